using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Puts a backup into the place of the database.</summary>
internal sealed class RestoreVerb : Verb<RestoreAnswer>
{
    private readonly Argument<string?> _backup = new("backup") { Description = "The backup: its file name as backups lists it, or a path. The default is the newest.", Arity = ArgumentArity.ZeroOrOne };

    public RestoreVerb()
        : base("restore", "Put a backup into the place of the database, which becomes the newest backup. Shows first what would be lost, and asks.", "restore", "restore 20261122T162201846Z.db", "restore --yes --json") => Add(_backup);

    protected override async Task<RestoreAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        var backup = await call.LookAsync(@operator, () => ChooseAsync(call, @operator, cancellation), cancellation).ConfigureAwait(false);
        var plan = await call.LookAsync(@operator, () => @operator.PlanRestoreAsync(backup, cancellation), cancellation).ConfigureAwait(false);
        if (plan.Problems.Count == 0)
        {
            RestoreText.Show(plan, call.Screen.Note);
            await call.ConfirmAsync($"{plan.Database} would become what it was in {Path.GetFileName(backup)}; what was written since goes into a backup.", cancellation).ConfigureAwait(false);
        }

        return await @operator.RestoreAsync(backup, cancellation).ConfigureAwait(false);
    }

    protected override ExitCode ExitCodeOf(RestoreAnswer answer, Call call) => answer.Warnings.Count > 0 ? ExitCode.DoneWithWarnings : ExitCode.Done;

    protected override void Show(RestoreAnswer answer, Screen screen)
    {
        foreach (var warning in answer.Warnings)
            screen.Line("Warning: " + warning, Tone.Odd);
        screen.Line($"Restored {answer.Plan.Database} from {answer.Plan.From} in {RunText.Seconds(answer.Milliseconds)}.", Tone.Good);
        if (answer.Backup is not null)
            screen.Line($"The database as it was before: {answer.Backup}");
    }

    /// <summary>The path of the backup that was named, or of the newest.</summary>
    private async Task<string> ChooseAsync(Call call, IOperator @operator, CancellationToken cancellation)
    {
        var named = call.Value(_backup);
        if (named is not null && Path.GetFileName(named) != named)
            return Path.GetFullPath(named, call.Surroundings.WorkingFolder);

        var backups = (await @operator.ListBackupsAsync(cancellation).ConfigureAwait(false)).Backups;
        return backups.FirstOrDefault(backup => named is null || Path.GetFileName(backup.Path) == named)?.Path
            ?? throw CliException.Usage(CliErrorCode.WrongArguments, named is null ? "There is no backup." : $"There is no backup {named}.", "Name one that backups lists, or a path.",
                ("there are", backups.Count == 0 ? "none" : string.Join("\n", backups.Select(backup => Path.GetFileName(backup.Path)))));
    }
}
