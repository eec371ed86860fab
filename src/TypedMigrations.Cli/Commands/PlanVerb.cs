using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Says what <c>up</c> would do, step by step, and what stands in its way. It writes nothing.</summary>
internal sealed class PlanVerb : Verb<PlanAnswer>
{
    private readonly RunOptions _options = new();

    public PlanVerb()
        : base("plan", "Show what up would do: every step in words, how many documents there are, what loses data, and what stands in the way. Writes nothing.", "plan", "plan --to 20201027", "plan --json | jq .result.losesData") =>
        _options.AddTo(this);

    protected override async Task<PlanAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        // A plan shows what loses data, and is not refused for it.
        return await @operator.PlanAsync(_options.RequestOf(call) with { AllowDataLoss = true }, cancellation).ConfigureAwait(false);
    }

    protected override ExitCode ExitCodeOf(PlanAnswer answer, Call call) => answer.Problems.Count > 0 ? ExitCode.Rejected : ExitCode.Done;

    protected override void Show(PlanAnswer answer, Screen screen) => PlanText.Show(answer, screen.Line);
}
