using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

/// <summary>A test of the contract that every store keeps. A store inherits each situation with its own harness.</summary>
/// <typeparam name="THarness">The store's harness.</typeparam>
[Parallelizable(ParallelScope.Self)]
public abstract class StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly string[] UsualFacts = ["migration", "on the copy", "still pending", "database"];

    /// <summary>The one database of a test. It does not exist at first.</summary>
    protected THarness Database { get; private set; } = null!;

    protected SetTime Time { get; private set; } = null!;

    [SetUp]
    public void MakeHarness()
    {
        Database = new THarness();
        Time = new SetTime(new DateTimeOffset(2024, 6, 1, 12, 30, 15, 250, TimeSpan.Zero));
    }

    [TearDown]
    public void RemoveDatabase() => Database.Dispose();

    /// <summary>Migrates with a store of its own, as a process would that starts and ends.</summary>
    protected Task<MigrationReport> Run(MigrationModule module, Action<MigrationOptions>? with = null, IMigrationObserver? observer = null, CancellationToken cancellation = default) =>
        With([module], with, observer, migrator => migrator.RunAsync(cancellation));

    protected Task<MigrationReport> Run(MigrationModule[] modules, Action<MigrationOptions>? with = null) =>
        With(modules, with, observer: null, migrator => migrator.RunAsync());

    protected Task<MigrationReport> RunTo(MigrationModule module, string target) => Run(module, options => options.Target = target);

    protected Task<MigrationReport> Rehearse(MigrationModule module, Action<MigrationOptions>? with = null) =>
        With([module], with, observer: null, migrator => migrator.RehearseAsync());

    protected Task<MigrationPlan> Plan(MigrationModule module, Action<MigrationOptions>? with = null) =>
        With([module], with, observer: null, migrator => migrator.PlanAsync());

    /// <summary>Brings the database to a goal with a store of its own.</summary>
    protected Task<MigrationReport> Go(MigrationGoal goal, params MigrationModule[] modules) => With(modules, with: null, observer: null, migrator => migrator.RunAsync(goal));

    protected Task<MigrationReport> Rehearse(MigrationGoal goal, params MigrationModule[] modules) => With(modules, with: null, observer: null, migrator => migrator.RehearseAsync(goal));

    protected Task<MigrationPlan> Plan(MigrationGoal goal, params MigrationModule[] modules) => With(modules, with: null, observer: null, migrator => migrator.PlanAsync(goal));

    protected Task<IReadOnlyList<DatabaseBackup>> Backups() => With([], with: null, observer: null, migrator => migrator.ListBackupsAsync());

    protected Task<RestorePlan> PlanRestore(string backup) => With([], with: null, observer: null, migrator => migrator.PlanRestoreAsync(backup));

    protected Task<RestoreReport> Restore(string backup, CancellationToken cancellation = default) => With([], with: null, observer: null, migrator => migrator.RestoreAsync(backup, cancellation));

    /// <summary>Does something that is refused, and expects that the database is exactly as it was.</summary>
    protected async Task<MigrationException> FailsAndChangesNothing(Func<Task> work)
    {
        var before = Database.Snapshot();
        var exception = await Assert.ThrowsAsync<MigrationException>(work);
        Assert.That(Database.Snapshot(), Is.EqualTo(before), "The database changed.");
        return exception!;
    }

    protected Task<SchemaReport> ReadSchema(MigrationModule module) => With([module], with: null, observer: null, migrator => migrator.ReadSchemaAsync());

    /// <summary>Migrates, expects a failure, and that the database is exactly as it was.</summary>
    protected async Task<MigrationException> RunFailsAndChangesNothing(MigrationModule module, Action<MigrationOptions>? with = null, IMigrationObserver? observer = null)
    {
        var before = Database.Snapshot();
        var exception = await Assert.ThrowsAsync<MigrationException>(() => Run(module, with, observer));
        Assert.That(Database.Snapshot(), Is.EqualTo(before), "The database changed.");
        return exception!;
    }

    protected void Put(string table, params string[] documents)
    {
        foreach (var document in documents)
            Assert.That(Database.TryPut(table, RawDocument.Parse(document)), Is.True, $"{document} was refused.");
    }

    /// <summary>Whether the table has these documents and no others.</summary>
    protected void AssertDocuments(string table, params string[] documents) => Assert.That(
        Database.Documents(table).Select(RawDocument.Text), Is.EquivalentTo(documents.Select(document => RawDocument.Text(RawDocument.Parse(document)))), table);

    /// <summary>All tables with their indexes and documents as text; journal and audit trail left out.</summary>
    protected string Content()
    {
        var snapshot = Database.Snapshot();
        var (start, end) = (snapshot.IndexOf("table ", StringComparison.Ordinal), snapshot.IndexOf(nameof(AuditEvent) + " {", StringComparison.Ordinal));
        return snapshot[start..end];
    }

    /// <summary>The message of a failed run without the facts that every such message has: where the run was, and that nothing changed.</summary>
    protected static string Told(MigrationException failed) =>
        string.Join('\n', failed.Message.Split('\n').Where(line => !UsualFacts.Any(fact => line.StartsWith($"  {fact} ", StringComparison.Ordinal))));

    /// <summary>What each step of the first migration of a run did, a line each, in the order of the alphabet: steps may come in any.</summary>
    protected static string Counts(MigrationReport report) => string.Join('\n', report.Results[0].Steps
        .Select(step => $"{step.Step}: {step.Documents}{(step.Kept == 0 ? "" : $", {step.Kept} kept")}").Order(StringComparer.Ordinal));

    protected DatabaseState State() => InStore(store =>
    {
        using var session = store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);
        return session.State;
    });

    protected IEnumerable<string> History() => State().Journal.Select(entry => entry.Id);

    /// <summary>Puts entries into the journal through the store alone, so that it says what no code does.</summary>
    protected void PutIntoJournal(params JournalEntry[] entries) => InStore(store =>
    {
        using var session = store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);
        using var copy = session.Copy(new CopyOptions(IsTestDatabase: false, LooksUpStateBefore: false, BackupsToKeep: 3), CancellationToken.None);
        copy.Write(entries, [], copy.Audit, program: null);
        copy.SwapIn();
        return true;
    });

    protected JournalEntry Entry(string module, string id, string fingerprint) => new()
    {
        Module = module, Id = id, Fingerprint = fingerprint, Kind = JournalKind.Applied, At = Time.Now,
        LibraryVersion = "1.0.0", ApplicationVersion = "3.1.4", Machine = "machine-a",
    };

    protected T InStore<T>(Func<IMigrationStore, T> use)
    {
        var store = Database.OpenStore();
        try
        {
            return use(store);
        }
        finally
        {
            (store as IDisposable)?.Dispose();
        }
    }

    /// <summary>Does something that needs no modules, with a store of its own.</summary>
    protected async Task<T> Maintain<T>(Func<DatabaseMaintenance, Task<T>> use, TimeProvider? time = null, IMigrationObserver? observer = null)
    {
        var store = Database.OpenStore();
        try
        {
            return await use(new DatabaseMaintenance(store, new MigrationOptions { LockTimeout = TimeSpan.Zero }, time ?? Time, observer));
        }
        finally
        {
            (store as IDisposable)?.Dispose();
        }
    }

    protected Task<MigrationReport> RehearseFor(Func<RehearsedCopy, CancellationToken, Task> use, MigrationModule module, MigrationGoal? goal = null) =>
        With([module], with: null, observer: null, migrator => migrator.RehearseAsync(goal, use));

    protected Task<T> Use<T>(Func<Migrator, Task<T>> use, params MigrationModule[] modules) => With(modules, with: null, observer: null, use);

    protected async Task<T> With<T>(MigrationModule[] modules, Action<MigrationOptions>? with, IMigrationObserver? observer, Func<Migrator, Task<T>> use)
    {
        var options = new MigrationOptions { LockTimeout = TimeSpan.Zero };
        with?.Invoke(options);
        var store = Database.OpenStore();
        try
        {
            return await use(new Migrator(modules, store, options, Time, observer));
        }
        finally
        {
            (store as IDisposable)?.Dispose();
        }
    }
}
