using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Writes a database as a dump.</summary>
internal sealed class DumpMaking(IDataReading data, DumpOptions options, RunContext run)
{
    public DumpReport WriteTo(Stream output)
    {
        var tables = Chosen();
        using var dump = new DumpWriter(output);
        dump.Begin(new DumpHeader(run.Store.Kind, data.Description.Settings));
        foreach (var table in tables)
            Write(table, dump);
        dump.End();
        return new DumpReport(run.Store.Database, [.. tables.Select(table => new TableDocuments(table.Name, table.Documents))], dump.Bytes, run.Elapsed);
    }

    private List<DataTable> Chosen()
    {
        var choice = new TableChoice(options.Tables, options.IncludeJournal);
        choice.CheckNames(data.Description.Tables.Select(table => table.Name), run.Store.Database);
        return [.. data.Description.Tables.Where(table => choice.Includes(table.Name, table.IsOwn)).OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    private void Write(DataTable table, DumpWriter dump)
    {
        dump.Begin(table);
        var progress = new TableWork(table.Name, table.Documents, run);
        using var writing = new Behind<IDataDocument>(document => Write(document, table, dump));
        foreach (var document in data.Documents(table.Name, run.Cancellation))
        {
            writing.Add(document, document.Bytes);
            progress.Step();
        }

        writing.Complete();
        if (progress.End() != table.Documents)
            throw Damaged(table, progress.Documents);
    }

    private static void Write(IDataDocument document, DataTable table, DumpWriter dump)
    {
        try
        {
            dump.Add(document);
        }
        catch (NotSupportedException exception)
        {
            throw new MigrationException(new Problem(ErrorCode.NestedTooDeeply, $"A document of table {table.Name} is nested too deeply for a dump.",
                "Change the document, or dump the other tables by name, and keep a backup of the database.", ("document", document.Key), ("reason", exception.Message)), exception);
        }
    }

    private MigrationException Damaged(DataTable table, long found) => new(new Problem(
        ErrorCode.Damaged, $"Table {table.Name} of {run.Store.Database} gives {found:N0} documents, but counts {table.Documents:N0}.", "Put back a backup, or look at the database with its own tools."));
}
