using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Applies pending migrations.</summary>
internal sealed class UpVerb : Verb<RunAnswer>
{
    private readonly RunOptions _options = new();

    public UpVerb()
        : base("up", "Apply pending migrations: on a copy, which takes the database's place when it is proved.", "up", "up --to 20201027_ManyRoles", "up --steps 1", "up --allow-destructive --json") =>
        _options.AddTo(this);

    protected override async Task<RunAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        var request = _options.RequestOf(call);
        return await @operator.RunAsync(await AskAsync(request, @operator, call, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    protected override void Show(RunAnswer answer, Screen screen) => RunText.Show(answer, screen);

    /// <summary>On a terminal, a plan that loses data is shown and asked for. Elsewhere it needs <c>--allow-destructive</c>: the run refuses it.</summary>
    private static async Task<RunRequest> AskAsync(RunRequest request, IOperator @operator, Call call, CancellationToken cancellation)
    {
        if (request.AllowDataLoss || !call.Surroundings.IsInteractive || call.Value(CommonOptions.Yes))
            return request;

        var allowing = request with { AllowDataLoss = true };
        var plan = await call.LookAsync(@operator, () => @operator.PlanAsync(allowing, cancellation), cancellation).ConfigureAwait(false);
        if (!plan.LosesData || plan.Problems.Count > 0)
            return request;

        PlanText.Show(plan, (text, _) => call.Screen.Note(text));
        await call.ConfirmAsync($"This loses data of {plan.Database}.", cancellation).ConfigureAwait(false);
        return allowing with { ApprovedPlan = plan.Fingerprint };
    }
}
