using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Puts a backup back, as <c>restore</c> and <c>down --restore</c> do: shows first what would be lost, and asks.</summary>
/// <param name="named">The backup: its file name, or a path; null for the newest.</param>
/// <param name="call">The call of the verb.</param>
/// <param name="operator">Who puts it back.</param>
internal sealed class Restoring(string? named, Call call, IOperator @operator)
{
    /// <exception cref="CliException">TM6001: there is no such backup. TM6007: the answer was no.</exception>
    public async Task<RestoreAnswer> RunAsync(CancellationToken cancellation)
    {
        var backup = await call.LookAsync(@operator, () => ChooseAsync(cancellation), cancellation).ConfigureAwait(false);
        var plan = await call.LookAsync(@operator, () => @operator.PlanRestoreAsync(backup, cancellation), cancellation).ConfigureAwait(false);
        if (plan.Problems.Count == 0)
        {
            RestoreText.Show(plan, call.Screen.Note);
            await call.ConfirmAsync($"{plan.Database} would become what it was in {Path.GetFileName(backup)}; what was written since goes into a backup.", cancellation).ConfigureAwait(false);
        }

        return await @operator.RestoreAsync(backup, cancellation).ConfigureAwait(false);
    }

    private async Task<string> ChooseAsync(CancellationToken cancellation)
    {
        if (named is not null && Path.GetFileName(named) != named)
            return Path.GetFullPath(named, call.Surroundings.WorkingFolder);

        var backups = (await @operator.ListBackupsAsync(cancellation).ConfigureAwait(false)).Backups;
        return backups.FirstOrDefault(backup => named is null || Path.GetFileName(backup.Path) == named)?.Path
            ?? throw CliException.Usage(CliErrorCode.WrongArguments, named is null ? "There is no backup." : $"There is no backup {named}.", "Name one that backups lists, or a path.",
                ("there are", backups.Count == 0 ? "none" : string.Join("\n", backups.Select(backup => Path.GetFileName(backup.Path)))));
    }
}
