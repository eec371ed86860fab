namespace TypedMigrations.Cli.Showing;

/// <summary>What the process returns for a run that was refused or failed.</summary>
internal static class ExitCodes
{
    private static readonly string[] Rejecting = ["TM10", "TM12", "TM13", "TM20", "TM21", "TM41"];

    public static ExitCode Of(MigrationException exception) => exception.Code switch
    {
        ErrorCode.LockNotFree or ErrorCode.HeldByAnother => ExitCode.Locked,
        ErrorCode.InvalidOption or ErrorCode.ConnectionRefused => ExitCode.Usage,
        var code when Rejecting.Any(group => code.StartsWith(group, StringComparison.Ordinal)) => ExitCode.Rejected,
        _ => ExitCode.Failed,
    };
}
