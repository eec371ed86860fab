using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Inserts what a new database would hold and this one lacks.</summary>
internal sealed class SeedVerb : Verb<SeedAnswer>
{
    private readonly Option<bool> _testData = new("--test-data") { Description = "Test data, too. Only into a database that was made for tests." };

    public SeedVerb()
        : base("seed", "Insert what a new database would hold and this one lacks, by key. Nothing is overwritten, and the journal stays as it is.", "seed", "seed --test-data --database test.db")
    {
        Add(_testData);
        Validators.Add(RunOptions.OfAllModules);
    }

    protected override async Task<SeedAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await @operator.SeedAsync(call.Value(_testData), cancellation).ConfigureAwait(false);
    }

    protected override void Show(SeedAnswer answer, Screen screen)
    {
        if (answer.WasComplete)
        {
            screen.Line($"{answer.Database} lacks nothing of what a new database would hold.", Tone.Good);
            return;
        }

        screen.Table(["table", "there", "inserted"], answer.Tables.Select(table => (IReadOnlyList<Cell>)[table.Table, Cell.Number(table.Present), Cell.Number(table.Inserted)]));
        screen.Line();
        screen.Warnings(answer);
        screen.Line($"Seeded {answer.Database} in {RunText.Seconds(answer.Milliseconds)}.", Tone.Good);
        if (answer.Backup is not null)
            screen.Line($"The database as it was before: {answer.Backup}");
    }
}
