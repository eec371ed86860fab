using System.Reflection;
using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>A copy of the database on which every pending migration has run. The database itself is as it was.</summary>
internal sealed class MigratedCopy : IDisposable
{
    private static readonly string LibraryVersion = VersionOf(typeof(Migrator).Assembly);
    private static readonly string ProgramVersion = VersionOf(Assembly.GetEntryAssembly());

    private readonly RunContext _run;
    private readonly ApprovedPlan _approved;
    private readonly IDatabaseCopy _copy;
    private readonly string? _program;
    private readonly List<JournalEntry> _journal = [];
    private readonly List<MigrationResult> _reverted = [];
    private readonly List<MigrationResult> _results = [];
    private readonly List<string> _notes = [];
    private readonly bool _isHeard = Telemetry.MayBeHeard();

    private MigratedCopy(RunContext run, ApprovedPlan approved, IDatabaseCopy copy, string? program)
    {
        _run = run;
        _approved = approved;
        _copy = copy;
        _program = program;
    }

    /// <summary>Copies the database and migrates the copy.</summary>
    /// <param name="approved">What to do.</param>
    /// <param name="database">The database.</param>
    /// <param name="run">The run.</param>
    /// <param name="program">The <see cref="MigrationCatalog.Digest"/> of the program that runs; null where nobody will ask the copy for it.</param>
    public static MigratedCopy Make(ApprovedPlan approved, IDatabaseSession database, RunContext run, string? program = null)
    {
        var options = run.CopyOptions(run.Options.TestData, WorksOf(approved.Plan).Any(work => work.LooksUpStateBefore));
        var copy = new MigratedCopy(run, approved, database.Copy(options, run.Cancellation), program);
        try
        {
            run.Tell(new MigrationEvent.Copied(run.Store.Database));
            copy._copy.Audit.Add(AuditKind.Started, "database", Count(approved.Plan), run.Time.GetUtcNow());
            copy.Adopt();
            foreach (var reverted in approved.Plan.Reverted)
                copy.Revert(reverted);
            foreach (var group in SharedPasses.Of(approved.Plan.Pending, run.Options.TestData))
                copy.Apply(group);
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
        _notes.AddRange(_copy.Verify([.. WorksOf(_approved.Plan)], _run.Cancellation));
        _run.Tell(new MigrationEvent.Verified(_notes));
        _copy.Write(_journal, [.. _approved.Plan.Reverted.SelectMany(reverted => EffectiveJournal.IdsOf(reverted.Migration, _approved.Plan.State))], _copy.Audit, IsComplete(_approved.Plan) ? _program : null);
        return new VerifiedCopy(_copy, _approved.Plan, _reverted, _results, _notes);
    }

    public void Dispose() => _copy.Dispose();

    private static IEnumerable<MigrationWork> WorksOf(MigrationPlan plan) => plan.Reverted.Concat(plan.Pending).Select(migration => migration.Work);

    /// <summary>Whether nothing of the program is pending afterwards, whatever the next run is asked for.</summary>
    private static bool IsComplete(MigrationPlan plan) => plan.Later.Count == 0 && plan.Reverted.Count == 0;

    private static string Count(MigrationPlan plan) =>
        $"{plan.Adopted.Count} to adopt, {plan.Pending.Count} to apply{(plan.Reverted.Count == 0 ? "" : $", {plan.Reverted.Count} to revert")}";

    private void Adopt()
    {
        foreach (var module in _approved.Plan.Adopted.GroupBy(migration => migration.Id.Module))
        {
            var last = module.MaxBy(migration => migration.Id)!;
            var notes = _copy.Adopt(last.Definition.After, _run.Cancellation);
            _notes.AddRange(notes);
            foreach (var migration in module)
            {
                _journal.Add(EntryOf(migration, JournalKind.Adopted, [], TimeSpan.Zero));
                _copy.Audit.Add(AuditKind.Adopted, migration.Id.ToString(), migration.Fingerprint, _run.Time.GetUtcNow());
            }

            _run.Tell(new MigrationEvent.Adopted(module.Key, last.Id, notes));
        }
    }

    private void Apply(IReadOnlyList<PlannedMigration> group)
    {
        _run.Cancellation.ThrowIfCancellationRequested();
        foreach (var pending in group)
            _run.Tell(new MigrationEvent.Migrating(pending.Id));
        foreach (var (pending, result) in group.Zip(Do(group, _run.Options.TestData)))
            Applied(pending, result);
    }

    private void Applied(PlannedMigration pending, MigrationResult result)
    {
        _results.Add(result);
        _journal.Add(EntryOf(pending.Migration, JournalKind.Applied, result.Tables, result.Duration) with { IsAdditive = pending.Work.Definition.IsAdditive });
        _copy.Audit.Add(AuditKind.Applied, pending.Id.ToString(), pending.Migration.Fingerprint, _run.Time.GetUtcNow());
        foreach (var kind in SeedKinds.Of(_run.Options.TestData))
        {
            if (pending.Work.Definition.Seeds(kind).Count > 0)
                _copy.Audit.Add(AuditKind.Seeded, pending.Id.ToString(), $"{kind.ToString().ToLowerInvariant()} data", _run.Time.GetUtcNow());
        }

        if (_isHeard)
            Telemetry.Applied(pending.Id, result.Duration);
        _run.Tell(new MigrationEvent.Migrated(pending.Id, result.Duration));
    }

    private void Revert(PlannedMigration reverted)
    {
        _run.Cancellation.ThrowIfCancellationRequested();
        _run.Tell(new MigrationEvent.Reverting(reverted.Id));
        using var activity = Telemetry.StartRevert(reverted.Id);
        var result = Do([reverted], testData: false)[0];

        _reverted.Add(result);
        _copy.Audit.Add(AuditKind.Reverted, reverted.Id.ToString(), reverted.Migration.Fingerprint, _run.Time.GetUtcNow());
        Telemetry.Reverted(reverted.Id);
        _run.Tell(new MigrationEvent.Reverted(reverted.Id, result.Duration));
    }

    /// <summary>Runs migrations that share passes, or one, or the way back of one. Those that share passes share their time evenly.</summary>
    private IReadOnlyList<MigrationResult> Do(IReadOnlyList<PlannedMigration> group, bool testData)
    {
        var started = _run.Time.GetTimestamp();
        var working = group[0];
        var migrations = group.ToDictionary(migration => migration.Work);
        var options = new ApplyOptions(testData, (table, documents, total) => _run.Tell(new MigrationEvent.Progress(working.Id, table, documents, total)))
        {
            OnIndexing = (table, index) => _run.Tell(new MigrationEvent.Indexing(working.Id, table, index)),
            OnWorking = work => working = migrations[work],
        };
        var applied = ApplyWorks(group, options, () => working);
        var duration = _run.Time.GetElapsedTime(started) / group.Count;
        return [.. group.Zip(applied, (migration, done) => new MigrationResult(migration.Id, done.Tables, done.Steps, duration))];
    }

    /// <summary>What fails says which migration it was, what had run on the copy before it, and what stays to do.</summary>
    private IReadOnlyList<AppliedWork> ApplyWorks(IReadOnlyList<PlannedMigration> group, ApplyOptions options, Func<PlannedMigration> working)
    {
        try
        {
            return _copy.Apply([.. group.Select(migration => migration.Work)], options, _run.Cancellation);
        }
        catch (MigrationException exception)
        {
            (string, string)[] place = _approved.Plan.Reverted.Contains(working())
                ? PlaceOf("taking back", working(), "still to take back", _approved.Plan.Reverted)
                : PlaceOf("migration", working(), "still pending", _approved.Plan.Pending);
            throw new MigrationException(
                [.. exception.Problems.Select(problem => new Problem(problem.Code, problem.What, problem.NextStep, [.. place, .. problem.Facts]))],
                databaseState: null, exception.InnerException);
        }
    }

    private static (string, string)[] PlaceOf(string what, PlannedMigration migration, string left, IReadOnlyList<PlannedMigration> all)
    {
        var done = all.TakeWhile(other => other != migration).Select(other => other.Id.Text).ToList();
        return
        [
            (what, migration.Id.ToString()),
            ("on the copy", done.Count == 0 ? "nothing before it" : "after " + string.Join(", ", done)),
            (left, string.Join(", ", all.Skip(done.Count).Select(other => other.Id.Text))),
        ];
    }

    private JournalEntry EntryOf(CatalogedMigration migration, JournalKind kind, IReadOnlyList<TableCount> tables, TimeSpan duration) => new()
    {
        Module = migration.Id.Module,
        Id = migration.Id.Text,
        Fingerprint = migration.Fingerprint,
        Kind = kind,
        At = _run.Time.GetUtcNow(),
        Duration = duration,
        Tables = tables,
        LibraryVersion = LibraryVersion,
        ApplicationVersion = _run.Options.ApplicationVersion ?? ProgramVersion,
        Machine = Environment.MachineName,
    };

    private static string VersionOf(Assembly? assembly) =>
        assembly?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly?.GetName().Version?.ToString() ?? "unknown";
}
