using System.CommandLine;
using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Loads a dump into an empty database.</summary>
internal sealed class LoadVerb : Verb<LoadAnswer>
{
    private const string StandardInput = "-";

    private readonly Argument<string> _dump = new("dump") { Description = "What dump wrote: a file, or - for standard input." };
    private readonly Option<string[]> _table = new("--table", "-t") { Description = "Only this table. May be given several times.", HelpName = "name" };

    public LoadVerb()
        : base("load", "Load a dump into a database that does not exist yet, or is empty.", "load shop.jsonl --database copy.db", "load shop.jsonl --table customers --database copy.db", "load - < shop.jsonl")
    {
        Add(_dump);
        Add(_table);
    }

    protected override async Task<LoadAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        await using var dump = Open(call.Value(_dump)!, call.Surroundings);
        return await @operator.LoadAsync(dump, call.Value(_table) ?? [], cancellation).ConfigureAwait(false);
    }

    protected override void Show(LoadAnswer answer, Screen screen)
    {
        screen.Warnings(answer);
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Loaded {answer.Tables.Sum(table => table.Documents):N0} documents into {answer.Tables.Count:N0} tables of {answer.Database} in {RunText.Seconds(answer.Milliseconds)}."), Tone.Good);
    }

    private static Stream Open(string dump, Surroundings surroundings)
    {
        if (dump == StandardInput)
            return surroundings.OpenInput();
        var path = Path.GetFullPath(dump, surroundings.WorkingFolder);
        return File.Exists(path) ? File.OpenRead(path) : throw CliException.Usage(CliErrorCode.WrongArguments, $"There is no file {path}.", "Name what dump wrote.");
    }
}
