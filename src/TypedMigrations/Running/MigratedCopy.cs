using System.Reflection;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>A copy of the database on which every pending migration has run. The database itself is as it was.</summary>
internal sealed class MigratedCopy : IDisposable
{
    private readonly RunContext _run;
    private readonly ApprovedPlan _approved;
    private readonly IDatabaseCopy _copy;
    private readonly List<JournalEntry> _journal = [];
    private readonly List<MigrationResult> _results = [];
    private readonly List<string> _notes = [];

    private MigratedCopy(RunContext run, ApprovedPlan approved, IDatabaseCopy copy)
    {
        _run = run;
        _approved = approved;
        _copy = copy;
    }

    /// <summary>Copies the database and migrates the copy.</summary>
    public static MigratedCopy Make(ApprovedPlan approved, IDatabaseSession database, RunContext run)
    {
        var works = approved.Plan.Pending.Select(pending => pending.Work);
        var options = new CopyOptions(run.Options.TestData, works.Any(work => work.LooksUpStateBefore), run.Options.BackupsToKeep);
        var copy = new MigratedCopy(run, approved, database.Copy(options, run.Cancellation));
        try
        {
            run.Tell(new MigrationEvent.Copied(run.Store.Database));
            copy._copy.Audit.Add(AuditKind.Started, "database", $"{approved.Plan.Adopted.Count} to adopt, {approved.Plan.Pending.Count} to apply", run.Time.GetUtcNow());
            copy.Adopt();
            foreach (var pending in approved.Plan.Pending)
                copy.Apply(pending);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Compares the copy with the constants and writes journal and audit trail into it.</summary>
    public VerifiedCopy Verify()
    {
        _notes.AddRange(_copy.Verify([.. _approved.Plan.Pending.Select(pending => pending.Work)], _run.Cancellation));
        _run.Tell(new MigrationEvent.Verified(_notes));
        _copy.Write(_journal, _copy.Audit);
        return new VerifiedCopy(_copy, _approved.Plan, _results, _notes);
    }

    public void Dispose() => _copy.Dispose();

    private void Adopt()
    {
        foreach (var module in _approved.Plan.Adopted.GroupBy(migration => migration.Id.Module))
        {
            var last = module.MaxBy(migration => migration.Id)!;
            var notes = _copy.Adopt(last.Definition.After, _run.Cancellation);
            _notes.AddRange(notes);
            foreach (var migration in module)
            {
                _journal.Add(EntryOf(migration.Id, migration.Fingerprint, JournalKind.Adopted, [], TimeSpan.Zero));
                _copy.Audit.Add(AuditKind.Adopted, migration.Id.ToString(), migration.Fingerprint, _run.Time.GetUtcNow());
            }

            _run.Tell(new MigrationEvent.Adopted(module.Key, last.Id, notes));
        }
    }

    private void Apply(PlannedMigration pending)
    {
        _run.Cancellation.ThrowIfCancellationRequested();
        _run.Tell(new MigrationEvent.Migrating(pending.Id));
        using var activity = Telemetry.StartMigration(pending.Id);
        var started = _run.Time.GetTimestamp();
        var options = new ApplyOptions(_run.Options.TestData, (table, documents) => _run.Tell(new MigrationEvent.Progress(pending.Id, table, documents)));
        var applied = ApplyWork(pending, options);
        var duration = _run.Time.GetElapsedTime(started);

        _results.Add(new MigrationResult(pending.Id, applied.Tables, applied.Steps, duration));
        _journal.Add(EntryOf(pending.Id, pending.Migration.Fingerprint, JournalKind.Applied, applied.Tables, duration));
        _copy.Audit.Add(AuditKind.Applied, pending.Id.ToString(), pending.Migration.Fingerprint, _run.Time.GetUtcNow());
        foreach (var kind in SeedKindsOf(pending))
            _copy.Audit.Add(AuditKind.Seeded, pending.Id.ToString(), $"{kind.ToString().ToLowerInvariant()} data", _run.Time.GetUtcNow());
        Telemetry.Applied(pending.Id, duration);
        _run.Tell(new MigrationEvent.Migrated(pending.Id, duration));
    }

    /// <summary>Runs one migration; what fails says which, what had run on the copy before it, and what stays pending.</summary>
    private AppliedWork ApplyWork(PlannedMigration pending, ApplyOptions options)
    {
        try
        {
            return _copy.Apply(pending.Work, options, _run.Cancellation);
        }
        catch (MigrationException exception)
        {
            var stillPending = _approved.Plan.Pending.Select(other => other.Id.Text).SkipWhile(id => id != pending.Id.Text).Skip(1);
            (string, string)[] place =
            [
                ("migration", pending.Id.ToString()),
                ("on the copy", _results.Count == 0 ? "nothing before it" : "after " + string.Join(", ", _results.Select(result => result.Id.Text))),
                ("still pending", string.Join(", ", stillPending.Prepend(pending.Id.Text))),
            ];
            throw new MigrationException(
                [.. exception.Problems.Select(problem => new Problem(problem.Code, problem.What, problem.NextStep, [.. place, .. problem.Facts]))],
                databaseState: null, exception.InnerException);
        }
    }

    private IEnumerable<Discovering.SeedKind> SeedKindsOf(PlannedMigration pending) =>
        Enum.GetValues<Discovering.SeedKind>()
            .Where(kind => kind == Discovering.SeedKind.Bootstrap || _run.Options.TestData)
            .Where(kind => pending.Work.Definition.Seeds(kind).Count > 0);

    private JournalEntry EntryOf(MigrationId id, string fingerprint, JournalKind kind, IReadOnlyList<TableCount> tables, TimeSpan duration) => new()
    {
        Module = id.Module,
        Id = id.Text,
        Fingerprint = fingerprint,
        Kind = kind,
        At = _run.Time.GetUtcNow(),
        Duration = duration,
        Tables = tables,
        LibraryVersion = VersionOf(typeof(Migrator).Assembly),
        ApplicationVersion = VersionOf(Assembly.GetEntryAssembly()),
        Machine = Environment.MachineName,
    };

    private static string VersionOf(Assembly? assembly) =>
        assembly?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly?.GetName().Version?.ToString() ?? "unknown";
}
