using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Takes migrations back by their <c>Down</c>, or by a backup.</summary>
internal sealed class DownVerb : Verb<RunAnswer>
{
    private readonly Option<string?> _to = new("--to") { Description = "The migration at which the database ends: stamp, id or name; 0 for before the first.", HelpName = "migration" };
    private readonly Option<int?> _steps = new("--steps") { Description = "How many migrations to take back. The default is 1.", HelpName = "number" };
    private readonly Option<bool> _allowDestructive = new("--allow-destructive") { Description = "Take back migrations whose Down loses data." };

    private readonly Option<string?> _restore = new("--restore") { Description = "Put a backup back in place of all that: the newest, or one by its file name or path. The same as the verb restore.", HelpName = "backup", Arity = ArgumentArity.ZeroOrOne };

    public DownVerb()
        : base("down", "Take migrations back, newest first, by the Down of each: on a copy, which takes the database's place when it is proved. Or put a backup back.", "down", "down --steps 2", "down --to 20201026 --allow-destructive --yes", "down --restore")
    {
        _steps.Validators.Add(RunOptions.AtLeastOne);
        Add(_to);
        Add(_steps);
        Add(_allowDestructive);
        Add(_restore);
        Validators.Add(result =>
        {
            if (result.GetResult(_to) is not null && result.GetResult(_steps) is not null)
                result.AddError("--to and --steps exclude each other.");
            if (result.GetResult(_restore) is not null && (result.GetResult(_to) ?? result.GetResult(_steps)) is not null)
                result.AddError("--restore goes back to a backup, and excludes --to and --steps.");
        });
    }

    protected override async Task<RunAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return call.Has(_restore)
            ? RunAnswer.Of(await new Restoring(call.Value(_restore), call, @operator).RunAsync(cancellation).ConfigureAwait(false))
            : await RevertAsync(call, @operator, cancellation).ConfigureAwait(false);
    }

    protected override void Show(RunAnswer answer, Screen screen) => RunText.Show(answer, screen);

    private async Task<RunAnswer> RevertAsync(Call call, IOperator @operator, CancellationToken cancellation)
    {
        var plan = await call.LookAsync(@operator, () => @operator.PlanAsync(RequestOf(call, allowDataLoss: true), cancellation), cancellation).ConfigureAwait(false);
        if (plan.Problems.Count > 0 || plan.IsUpToDate)
            return await @operator.RunAsync(RequestOf(call, call.Value(_allowDestructive)), cancellation).ConfigureAwait(false);

        var isAllowed = call.Value(_allowDestructive) || call.Surroundings.IsInteractive;
        if (!plan.LosesData || isAllowed)
        {
            if (!call.Value(CommonOptions.Yes))
                PlanText.Show(plan, (text, _) => call.Screen.Note(text));
            await call.ConfirmAsync($"{plan.Reverted.Count} {(plan.Reverted.Count == 1 ? "migration" : "migrations")} of {plan.Database} would be taken back{(plan.LosesData ? ", and data lost" : "")}.", cancellation).ConfigureAwait(false);
        }

        return await @operator.RunAsync(RequestOf(call, isAllowed) with { ApprovedPlan = plan.LosesData && !isAllowed ? null : plan.Fingerprint }, cancellation).ConfigureAwait(false);
    }

    private RunRequest RequestOf(Call call, bool allowDataLoss) => new()
    {
        Goal = (call.Value(_to) is { } target ? MigrationGoal.To(target, call.Settings.Module) : MigrationGoal.Back(call.Value(_steps) ?? 1)) with { AllowDataLoss = allowDataLoss },
        AllowDataLoss = true,
    };
}
