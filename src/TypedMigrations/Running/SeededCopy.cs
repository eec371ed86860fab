using System.Globalization;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>A copy of the database that has what was missing. The database itself is as it was.</summary>
internal sealed class SeededCopy : IDisposable
{
    private readonly IDatabaseCopy _copy;

    private SeededCopy(IDatabaseCopy copy) => _copy = copy;

    /// <summary>What the store has to say of the copy, in words.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Copies the database, inserts what is missing, reads the copy again and writes the audit trail into it. The journal stays as it is.</summary>
    public static SeededCopy Make(SeedPlan plan, IDatabaseSession database, RunContext run)
    {
        var seeded = new SeededCopy(database.Copy(new CopyOptions(IsTestDatabase: false, LooksUpStateBefore: false, run.Options.BackupsToKeep), run.Cancellation));
        try
        {
            run.Tell(new MigrationEvent.Copied(run.Store.Database));
            seeded.Insert(plan, run);
            seeded.Notes = seeded._copy.Verify([], run.Cancellation);
            run.Tell(new MigrationEvent.Verified(seeded.Notes));
            seeded._copy.Write([], [], seeded._copy.Audit, program: null);
            return seeded;
        }
        catch
        {
            seeded.Dispose();
            throw;
        }
    }

    /// <summary>Puts the copy into the place of the database.</summary>
    public SwapResult SwapIn(RunContext run)
    {
        // Up to here it can be cancelled; from here on it is finished.
        run.Cancellation.ThrowIfCancellationRequested();
        return _copy.SwapIn();
    }

    public void Dispose() => _copy.Dispose();

    private void Insert(SeedPlan plan, RunContext run)
    {
        _copy.Audit.Add(AuditKind.Started, "database", string.Create(CultureInfo.InvariantCulture, $"{plan.MissingCount} missing documents to insert"), run.Time.GetUtcNow());
        var tables = plan.Tables.Where(table => table.Missing.Count > 0).ToList();
        foreach (var table in tables)
            _copy.Insert(table.Schema, table.Missing, run.Cancellation);
        var counts = string.Join(", ", tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Missing.Count} into {table.Table}")));
        _copy.Audit.Add(AuditKind.Seeded, "database", $"{counts} that a new {(run.Options.TestData ? "test " : "")}database holds", run.Time.GetUtcNow());
    }
}
