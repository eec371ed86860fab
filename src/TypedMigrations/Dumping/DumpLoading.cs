using System.Text.Json;
using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Loads a dump into a new database, reads it back, and puts it in place: line by line, so that memory does not grow with it.</summary>
internal sealed class DumpLoading : IDisposable
{
    private readonly DumpLines _lines;
    private readonly DumpHeader _header;
    private readonly IDataLoading _loading;
    private readonly LoadOptions _options;
    private readonly RunContext _run;
    private readonly TableChoice _choice;
    private readonly DocumentHash _hash = new();
    private readonly List<LoadedTable> _loaded = [];

    // Of all tables that went by, those that are not wanted too.
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _documents;
    private long _inserting;

    private DumpLoading(DumpLines lines, DumpHeader header, IDataLoading loading, LoadOptions options, RunContext run)
    {
        _lines = lines;
        _header = header;
        _loading = loading;
        _options = options;
        _run = run;
        _choice = new TableChoice(options.Tables, options.IncludeJournal);
    }

    /// <summary>Reads the first line of a dump, and begins a database for it.</summary>
    /// <exception cref="MigrationException">TM3403: it is no dump, or not for this store.</exception>
    public static DumpLoading Begin(DumpLines lines, IDatabaseSession database, LoadOptions options, RunContext run)
    {
        var header = DumpCheck.ReadHeader(lines, run.Store.Kind);
        try
        {
            return new DumpLoading(lines, header, database.LoadData(header.Settings), options, run);
        }
        catch (FormatException exception)
        {
            throw lines.Broken(exception.Message, exception);
        }
    }

    /// <summary>Loads everything up to the closing line.</summary>
    public IReadOnlyList<TableDocuments> Load()
    {
        var line = _lines.ReadObject();
        for (; !ClosingLine.Is(line); line = _lines.ReadObject())
            LoadTable(TableLine.Is(line) ? _lines.Parse(line, TableLine.Parse) : throw _lines.Broken("a table or the closing line must come here"));

        DumpCheck.CheckClosing(_lines, line, _names.Count, _documents);
        _choice.CheckNames(_names, "The dump");
        return [.. _loaded.Select(loaded => new TableDocuments(loaded.Table.Name, loaded.Table.Documents))];
    }

    /// <summary>Reads all of it back from where it is kept.</summary>
    /// <exception cref="MigrationException">TM3405: it is not what was in the dump.</exception>
    public void Verify()
    {
        using var copy = _loading.ReadBack();
        new LoadVerification(copy, _header.Settings, _loaded, _run).Verify();
    }

    public SwapResult SwapIn()
    {
        // Up to here it can be cancelled; from here on it is finished.
        _run.Cancellation.ThrowIfCancellationRequested();
        return _loading.SwapIn();
    }

    public void Dispose()
    {
        _hash.Dispose();
        _loading.Dispose();
    }

    private void LoadTable(DataTable table)
    {
        var (began, isWanted) = (_lines.Number, _choice.Includes(table.Name, table.IsOwn));
        if (table.Documents < 0 || !_names.Add(table.Name))
            throw _lines.Broken(table.Documents < 0 ? "no table has so many documents" : $"table {table.Name} came before");

        if (isWanted)
        {
            _inserting = _lines.Number;
            Refusable(() => _loading.Insert(table, Documents(table)), () => _inserting);
            Refusable(() => _loading.Index(table, _run.Cancellation), () => began);
            _loaded.Add(new LoadedTable(table, _hash.Take()));
        }
        else
        {
            for (var i = 0L; i < table.Documents; i++)
                ReadDocument(table, i);
        }

        _documents += table.Documents;
    }

    /// <summary>The documents of a table, parsed on another thread, remembering which line is inserted.</summary>
    private IEnumerable<IDataDocument> Documents(DataTable table)
    {
        var progress = new TableWork(table.Name, table.Documents, _run);
        foreach (var (document, line) in ReadAhead.Of(Parsed(table), parsed => parsed.Document.Bytes))
        {
            _inserting = line;
            yield return document;
            progress.Step();
        }

        progress.End();
    }

    private IEnumerable<(IDataDocument Document, long Line)> Parsed(DataTable table)
    {
        for (var i = 0L; i < table.Documents; i++)
        {
            ReadDocument(table, i);
            yield return (Parse(), _lines.Number);
        }
    }

    private IDataDocument Parse()
    {
        try
        {
            var document = _loading.Parse(_lines.Current);
            _hash.Add(document);
            return document;
        }
        catch (FormatException exception)
        {
            throw _lines.Broken(exception.Message, exception);
        }
    }

    private void ReadDocument(DataTable table, long number)
    {
        if (!_lines.Read())
            throw _lines.Broken($"the dump ends here, but {table.Documents - number:N0} documents of table {table.Name} are still to come: it was cut");
    }

    private static void Refusable(Action work, Func<long> line)
    {
        try
        {
            work();
        }
        catch (FormatException exception)
        {
            throw DumpLines.At(line(), exception.Message, exception);
        }
    }
}

/// <summary>A table that was loaded, and the hash of its documents.</summary>
internal sealed record LoadedTable(DataTable Table, string Hash);
