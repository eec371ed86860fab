using System.CommandLine;
using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Says which migrations a database has, and which it lacks.</summary>
internal sealed class StatusVerb : Verb<StatusAnswer>
{
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Return 2 where migrations are pending, and 4 where something stands in their way." };

    public StatusVerb()
        : base("status", "Show which migrations the database has, and which are pending.", "status", "status --database shop.db", "status --exit-code --quiet") => Add(_exitCode);

    protected override async Task<StatusAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await @operator.StatusAsync(cancellation).ConfigureAwait(false);
    }

    protected override ExitCode ExitCodeOf(StatusAnswer answer, Call call) =>
        !call.Value(_exitCode) || answer.IsUpToDate ? ExitCode.Done : answer.Problems.Count > 0 ? ExitCode.Rejected : ExitCode.Differs;

    protected override void Show(StatusAnswer answer, Screen screen)
    {
        screen.Line(answer.Database + (answer.Exists ? "" : " does not exist yet") + (answer.IsTestDatabase ? " (test database)" : ""));
        screen.Table(["migration", "module", "state", "applied"], answer.Migrations.Select(Row));
        screen.Line();
        foreach (var problem in answer.Problems)
            screen.Line(ProblemText.Of(problem), Tone.Bad);
        screen.Line(Summary(answer));
    }

    private static IReadOnlyList<Cell> Row(MigrationState migration) =>
    [
        migration.Id,
        migration.Module,
        new Cell(Word(migration.State), ToneOf(migration.State)),
        migration.AppliedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
    ];

    private static string Word(MigrationStateKind state) => state.ToString().ToLowerInvariant();

    private static Tone ToneOf(MigrationStateKind state) => state switch
    {
        MigrationStateKind.Pending => Tone.Odd,
        MigrationStateKind.Edited or MigrationStateKind.Missing => Tone.Bad,
        _ => Tone.Good,
    };

    private static string Summary(StatusAnswer answer)
    {
        var pending = answer.Migrations.Count(migration => migration.State == MigrationStateKind.Pending);
        return answer.IsUpToDate ? "Up to date." : $"{pending} pending{(answer.Problems.Count > 0 ? ", and something stands in the way" : "")}.";
    }
}
