using Microsoft.Extensions.Logging;

namespace TypedMigrations.Hosting;

/// <summary>The log messages of a run. Ids, levels and placeholders are stable: <c>docs/logging.md</c> lists them, and a test keeps both alike.</summary>
internal static partial class Log
{
    public const string Category = "TypedMigrations";

    [LoggerMessage(1001, LogLevel.Warning, "{Database} is locked by {Holder}; waited {Seconds:0} s so far.")]
    public static partial void WaitingForLock(ILogger log, string database, string holder, double seconds);

    [LoggerMessage(1002, LogLevel.Information, "{Database} is up to date: nothing to do.")]
    public static partial void UpToDate(ILogger log, string database);

    [LoggerMessage(1003, LogLevel.Information, "{Database}: {Adopted} migrations to adopt, {Pending} to apply.")]
    public static partial void Planned(ILogger log, string database, int adopted, int pending);

    [LoggerMessage(1004, LogLevel.Warning, "{Database}: the plan has {Problems} problems ({Codes}) and is not carried out.")]
    public static partial void PlanRefused(ILogger log, string database, int problems, string codes);

    [LoggerMessage(1005, LogLevel.Information, "{Database} was copied; the copy is migrated.")]
    public static partial void Copied(ILogger log, string database);

    [LoggerMessage(1006, LogLevel.Information, "Module {Module} is adopted at {Migration}.")]
    public static partial void Adopted(ILogger log, string module, string migration);

    [LoggerMessage(1007, LogLevel.Information, "Migrating to {Migration} of module {Module}.")]
    public static partial void Migrating(ILogger log, string migration, string module);

    [LoggerMessage(1008, LogLevel.Debug, "{Migration} of module {Module}: {Documents} documents of table {Table} read.")]
    public static partial void Progress(ILogger log, string migration, string module, string table, long documents);

    [LoggerMessage(1009, LogLevel.Information, "Migrated to {Migration} of module {Module} in {Seconds:0.00} s.")]
    public static partial void Migrated(ILogger log, string migration, string module, double seconds);

    [LoggerMessage(1010, LogLevel.Information, "The copy matches the constants.")]
    public static partial void Verified(ILogger log);

    [LoggerMessage(1011, LogLevel.Information, "Note: {Note}")]
    public static partial void Noted(ILogger log, string note);

    [LoggerMessage(1012, LogLevel.Information, "{Database} is migrated; the backup is {Backup}.")]
    public static partial void SwappedIn(ILogger log, string database, string backup);

    [LoggerMessage(1013, LogLevel.Warning, "The database is migrated, but: {Warning}")]
    public static partial void Warned(ILogger log, string warning);

    [LoggerMessage(1014, LogLevel.Error, "Migrating failed: {Code}: {Reason}")]
    public static partial void Failed(ILogger log, string code, string reason);

    [LoggerMessage(1015, LogLevel.Warning, "Migrating was cancelled. The database is as it was.")]
    public static partial void Cancelled(ILogger log);

    [LoggerMessage(1016, LogLevel.Information, "Taking back {Migration} of module {Module}.")]
    public static partial void Reverting(ILogger log, string migration, string module);

    [LoggerMessage(1017, LogLevel.Information, "Took back {Migration} of module {Module} in {Seconds:0.00} s.")]
    public static partial void Reverted(ILogger log, string migration, string module, double seconds);

    [LoggerMessage(1018, LogLevel.Warning, "{Database} is restored from {From}; what it was is the backup {Backup}.")]
    public static partial void Restored(ILogger log, string database, string from, string backup);

    [LoggerMessage(1019, LogLevel.Information, "{Database}: {Reverted} migrations to take back.")]
    public static partial void PlannedBack(ILogger log, string database, int reverted);
}
