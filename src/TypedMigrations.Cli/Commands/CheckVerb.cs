using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Compares what the database really holds with the constants, document by document. It writes nothing.</summary>
internal sealed class CheckVerb : Verb<CheckAnswer>
{
    private readonly Option<bool> _strict = new("--strict") { Description = "Take odd old data and undeclared content for drift, too." };

    public CheckVerb()
        : base("check", "Compare what the database really holds with the constants of its migrations: tables, indexes, and the type of every value. Returns 2 where something contradicts them. Writes nothing.", "check", "check --strict", "check --json") => Add(_strict);

    protected override async Task<CheckAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await @operator.CheckAsync(cancellation).ConfigureAwait(false);
    }

    protected override ExitCode ExitCodeOf(CheckAnswer answer, Call call) =>
        answer.Problems.Count > 0 ? ExitCode.Rejected : answer.HasDrift || (call.Value(_strict) && answer.Deviations.Count > 0) ? ExitCode.Differs : ExitCode.Done;

    protected override void Show(CheckAnswer answer, Screen screen)
    {
        foreach (var problem in answer.Problems)
            screen.Line(ProblemText.Of(problem) + "\n", Tone.Bad);
        DeviationText.Show(answer.Deviations, screen);
        if (answer.Deviations.Count > 0)
            screen.Line();
        var against = string.Join(", ", answer.Migrations);
        screen.Line(answer.HasDrift ? $"{answer.Database} contradicts the constants of {against}."
            : answer.Migrations.Count == 0 ? $"{answer.Database} has no migration to compare it with."
            : $"{answer.Database} fits the constants of {against}.", answer.HasDrift ? Tone.Bad : Tone.Good);
    }
}
