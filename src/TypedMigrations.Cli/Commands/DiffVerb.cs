using System.CommandLine;
using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Compares two of a migration, a database and a dump.</summary>
internal sealed class DiffVerb : Verb<DiffAnswer>
{
    private readonly Argument<string> _left = new("left") { Description = "A migration (stamp, id or name), a database (file or connection string), or a dump." };
    private readonly Argument<string?> _right = new("right") { Description = "The other one. The default is the database of the settings.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _data = new("--data") { Description = "Compare documents, too." };

    public DiffVerb()
        : base("diff", "Compare the schemas of two of a migration, a database and a dump, and with --data their documents. Returns 2 where they differ. Writes nothing.", "diff 20201026 20201027", "diff ManyRoles", "diff shop.jsonl shop.db --data")
    {
        Add(_left);
        Add(_right);
        Add(_data);
    }

    protected override async Task<DiffAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await @operator.DiffAsync(call.Value(_left)!, call.Value(_right), call.Value(_data), call.Surroundings.WorkingFolder, cancellation).ConfigureAwait(false);
    }

    protected override ExitCode ExitCodeOf(DiffAnswer answer, Call call) => answer.IsEqual ? ExitCode.Done : ExitCode.Differs;

    protected override void Show(DiffAnswer answer, Screen screen)
    {
        if (answer.IsEqual)
        {
            screen.Line($"{answer.Left} and {answer.Right}: no difference{(answer.Tables is null ? " of the schema" : "")}.", Tone.Good);
            return;
        }

        screen.Line($"- {answer.Left}\n+ {answer.Right}", Tone.Faint);
        foreach (var line in answer.Schema)
            screen.Line(line.Change + line.Text, line.Change switch { "-" => Tone.Bad, "+" => Tone.Good, _ => Tone.Plain });
        DeviationText.Show(answer.Deviations, screen);
        foreach (var table in answer.Tables ?? [])
            Show(table, answer, screen);
    }

    private static void Show(TableDiffAnswer table, DiffAnswer answer, Screen screen)
    {
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"documents of {table.Table}: {table.Equal:N0} equal{(table.MissingIn is null ? "" : $"; {table.MissingIn} has no such table")}"));
        Show($"only in {answer.Left}", table.OnlyLeft, screen);
        Show($"only in {answer.Right}", table.OnlyRight, screen);
        Show("different", table.Different, screen);
    }

    private static void Show(string what, DocumentsAnswer documents, Screen screen)
    {
        if (documents.Count == 0)
            return;
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"  {what}: {documents.Count:N0}"), Tone.Odd);
        foreach (var document in documents.First)
            screen.Line($"    {document.Key}  {string.Join(", ", document.Fields)}{(document.HasMoreFields ? ", …" : "")}".TrimEnd(), Tone.Plain);
    }
}
