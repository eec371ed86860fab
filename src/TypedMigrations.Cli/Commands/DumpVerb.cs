using System.CommandLine;
using System.Globalization;
using System.Text;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Writes the documents of a database as JSON lines, or its real schema as text.</summary>
internal sealed class DumpVerb : Verb<DumpAnswer>
{
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write; nothing may be there yet. The default is standard output.", HelpName = "path" };
    private readonly Option<bool> _schema = new("--schema") { Description = "The real schema as text: tables, fields with the types that documents have, indexes." };
    private readonly Option<bool> _data = new("--data") { Description = "The documents as JSON lines that keep every type and value. The default." };
    private readonly Option<string[]> _table = new("--table", "-t") { Description = "Only this table. May be given several times.", HelpName = "name" };

    public DumpVerb()
        : base("dump", "Write the documents as JSON lines, or the schema as text.", "dump --output shop.jsonl", "dump | gzip > shop.jsonl.gz", "dump --schema --module Accounts", "dump --table customers --output customers.jsonl")
    {
        foreach (var option in (Option[])[_output, _schema, _data, _table])
            Add(option);
        Validators.Add(result =>
        {
            if (result.GetResult(_schema) is not null && result.GetResult(_data) is not null)
                result.AddError("--schema and --data exclude each other.");
            if (result.GetValue(CommonOptions.Json) && result.GetResult(_output) is null && result.GetResult(_schema) is null)
                result.AddError("With --json the answer goes to standard output, and the dump needs --output.");
        });
    }

    protected override async Task<DumpAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        var path = call.Value(_output) is { } output ? Path.GetFullPath(output, call.Surroundings.WorkingFolder) : null;
        var tables = call.Value(_table) ?? [];
        return call.Value(_schema)
            ? await DumpSchemaAsync(@operator, path, tables, call, cancellation).ConfigureAwait(false)
            : await DumpDataAsync(@operator, path, tables, call, cancellation).ConfigureAwait(false);
    }

    protected override void Show(DumpAnswer answer, Screen screen)
    {
        if (answer.Schema is not null)
            screen.Line(answer.Schema);
        else if (answer.Path is not null)
            screen.Line(answer.Tables is null ? $"Schema of {answer.Database}: {answer.Path}" : string.Create(CultureInfo.InvariantCulture, $"Dump of {answer.Database}: {answer.Path} ({answer.Tables.Sum(table => table.Documents):N0} documents, {answer.Bytes:N0} bytes)"), Tone.Good);
    }

    private static async Task<DumpAnswer> DumpSchemaAsync(IOperator @operator, string? path, string[] tables, Call call, CancellationToken cancellation)
    {
        var text = await @operator.DumpSchemaAsync(tables, cancellation).ConfigureAwait(false);
        if (path is not null)
            await NewFile.WriteAsync(path, file => file.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"), cancellation).AsTask()).ConfigureAwait(false);
        return new DumpAnswer(NameOf(call), path, Tables: null, Bytes: null, path is null ? text : null, Milliseconds: 0);
    }

    private static async Task<DumpAnswer> DumpDataAsync(IOperator @operator, string? path, string[] tables, Call call, CancellationToken cancellation)
    {
        if (path is not null)
            return await NewFile.WriteAsync(path, file => @operator.DumpAsync(file, tables, cancellation)).ConfigureAwait(false) with { Path = path };

        try
        {
            await using var output = call.Surroundings.OpenOutput();
            return await @operator.DumpAsync(output, tables, cancellation).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw CliException.Failed(CliErrorCode.FileNotWritten, "The dump cannot be written to standard output.", "Send it where there is room, or name a file: --output shop.jsonl", ("reason", exception.Message));
        }
    }

    private static string NameOf(Call call) => Path.GetFileName(call.Settings.RequireDatabase().Filename);
}
