using System.Globalization;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>Finds out whether a backup was once this database: its audit trail must be how the database's own begins.</summary>
internal static class Lineage
{
    public static IEnumerable<Problem> Check(string backup, DatabaseContents present, DatabaseContents restored)
    {
        if (AuditTrail.FindBreak(restored.Audit) is { } broken)
            yield return NotABackup(backup, string.Create(CultureInfo.InvariantCulture, $"its audit trail was changed at event {broken.Sequence}"));
        else if (present.State.Exists && AuditTrail.FindBreak(present.Audit) is { } brokenNow)
            yield return NotABackup(backup, string.Create(CultureInfo.InvariantCulture, $"the audit trail of the database, with which it is compared, was changed at event {brokenNow.Sequence}"));
        else if (present.State.Exists && !IsBeginning(restored, present))
            yield return NotABackup(backup, WhatDiffers(present, restored));
    }

    /// <summary>The events that the database has and the backup does not.</summary>
    public static IEnumerable<AuditEvent> Later(DatabaseContents present, DatabaseContents restored) => present.Audit.Skip(restored.Audit.Count);

    // A database that was adopted has a backup from before it had an audit trail: only its origin tells then.
    private static bool IsBeginning(DatabaseContents restored, DatabaseContents present) => restored.Audit.Count == 0
        ? restored.Origin is not null && restored.Origin == present.Origin
        : restored.Audit.Count <= present.Audit.Count && present.Audit[restored.Audit.Count - 1].Hash == restored.Audit[^1].Hash;

    private static string WhatDiffers(DatabaseContents present, DatabaseContents restored)
    {
        if (restored.Audit.Count == 0)
            return "it has no audit trail, and is of another origin";

        var same = restored.Audit.Zip(present.Audit).TakeWhile(pair => pair.First.Hash == pair.Second.Hash).Count();
        return same == 0 ? "its audit trail is another one"
            : string.Create(CultureInfo.InvariantCulture, $"its audit trail goes another way after {same} of {restored.Audit.Count} events");
    }

    private static Problem NotABackup(string backup, string reason) => new(
        ErrorCode.NotABackup, $"{Path.GetFileName(backup)} is no backup of this database.",
        "Choose one of the backups that ListBackupsAsync names. To take another database's file on purpose, stop the program and copy it by hand.",
        ("backup", backup), ("reason", reason));
}
