using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>Puts a backup into the place of the database: compare, copy, carry the audit trail over, swap.</summary>
internal sealed class Restoration : IDisposable
{
    private readonly IDatabaseSession _database;
    private readonly IBackupSession _backup;
    private readonly DatabaseContents _present;

    private Restoration(IDatabaseSession database, IBackupSession backup, DatabaseContents present, RestorePlan plan)
    {
        _database = database;
        _backup = backup;
        _present = present;
        Plan = plan;
    }

    public RestorePlan Plan { get; }

    /// <summary>Opens the backup and compares it with the database. Writes nothing.</summary>
    public static Restoration Prepare(string path, IDatabaseSession database)
    {
        var backup = database.OpenBackup(path);
        try
        {
            var present = database.ReadContents();
            return new Restoration(database, backup, present, new RestorePlan(path, present, backup.Contents));
        }
        catch
        {
            backup.Dispose();
            throw;
        }
    }

    /// <exception cref="MigrationException">All that speaks against the backup.</exception>
    public Restoration Approved() => Plan.HasProblems ? throw new MigrationException(Plan.Problems) : this;

    /// <summary>Swaps a copy of the backup in, with the audit trail of the database and an event that says so.</summary>
    public SwapResult Run(RunContext run)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        var audit = new AuditTrail(_backup.Contents.Audit.LastOrDefault());
        foreach (var later in Lineage.Later(_present, _backup.Contents))
            audit.Continue(later);
        _database.AddKept(audit);
        audit.Add(AuditKind.Restored, "database", Detail(), run.Time.GetUtcNow());
        return _backup.PutInPlace(audit, run.Cancellation);
    }

    public void Dispose() => _backup.Dispose();

    private string Detail()
    {
        var lost = string.Join(", ", Plan.Lost.Select(entry => $"{entry.Id} of module {entry.Module}"));
        return $"from the backup {Path.GetFileName(Plan.Backup)}; lost: {(lost.Length == 0 ? "no migration" : lost)}";
    }
}
