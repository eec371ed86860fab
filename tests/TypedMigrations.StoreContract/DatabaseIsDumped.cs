using System.Text;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DatabaseIsDumped<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private THarness _other = null!;

    [SetUp]
    public async Task MakeDatabases()
    {
        _other = new THarness();
        await RunTo(new HistoryModule(), "20240101");
        Put("shops", "{'_id': 'a', 'name': 'A', 'more': {'list': [1, {'$long': 2}, [], {}]}}", "{'_id': 'b', 'name': null}", "{'_id': 'c', 'price': {'$decimal': '1.50'}}");
        Put("others", "{'_id': 1, 'at': {'$date': '2024-10-27T00:30:00Z'}}", "{'_id': 2, 'bytes': {'$bytes': 'AQI='}, 'id': {'$guid': '00000000-0000-0000-0000-000000000001'}}");
        Database.PutIndex("others", "idx_at", "at", isUnique: true);
    }

    [TearDown]
    public void RemoveOther() => _other.Dispose();

    [Test]
    public async Task AndChangesNothing()
    {
        var before = Database.Snapshot();

        await Dump();

        Assert.That(Database.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task AndLoadedElsewhereIsEqual()
    {
        var report = await Load(await Dump());

        var comparison = await Compare(options => options.IncludeJournal = true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Tables.Select(table => (table.Table, table.Documents)), Is.SupersetOf(new[] { ("shops", 3L), ("others", 2L) }));
            Assert.That(comparison.IsEqual, Is.True, comparison.ToString());
            Assert.That(comparison.Tables, Has.Count.EqualTo(report.Tables.Count));
            Assert.That(_other.Tables(), Is.EquivalentTo(Database.Tables()));
            Assert.That(_other.Indexes("others"), Is.EqualTo(Database.Indexes("others")));
            Assert.That(_other.Documents("shops").Select(RawDocument.Text), Is.EqualTo(Database.Documents("shops").Select(RawDocument.Text)));
            Assert.That(_other.Audit(), Is.EqualTo(Database.Audit()));
        }
    }

    [Test]
    public async Task AndTheLoadedOneIsDumpedAsTheSameText()
    {
        var dump = await Dump();

        await Load(dump);

        Assert.That(Encoding.UTF8.GetString(await Dump(_other)), Is.EqualTo(Encoding.UTF8.GetString(dump)));
    }

    [Test]
    public async Task AndTheLoadedOneIsMigratedFurther()
    {
        await Load(await Dump());

        var report = await In(_other, store => new Migrator([new HistoryModule()], store, new MigrationOptions { LockTimeout = TimeSpan.Zero, Target = "20240102" }, Time).RunAsync());

        Assert.That(report.Results.Select(result => result.Id.Name), Is.EqualTo(new[] { "Cities" }));
    }

    [Test]
    public async Task AsFarAsItIsAskedFor()
    {
        var dump = await Dump(Database, new DumpOptions { Tables = ["shops"], IncludeJournal = false });

        var report = await Load(dump);

        Assert.That(report.Tables, Is.EqualTo(new[] { new TableDocuments("shops", 3) }));
        Assert.That(_other.Tables(), Is.EqualTo(new[] { "shops" }));
    }

    [Test]
    public async Task AndLoadedAsFarAsItIsAskedFor()
    {
        var report = await Load(await Dump(), new LoadOptions { Tables = ["others"], IncludeJournal = false });

        Assert.That(report.Tables, Is.EqualTo(new[] { new TableDocuments("others", 2) }));
        Assert.That(_other.Tables(), Is.EqualTo(new[] { "others" }));
    }

    [Test]
    public async Task ButNotLoadedWhereSomethingIs()
    {
        var dump = await Dump();
        Assert.That(_other.TryPut("shops", RawDocument.Parse("{'_id': 'x'}")), Is.True);
        var before = _other.Snapshot();

        var failed = await Assert.ThrowsAsync<MigrationException>(() => Load(dump));

        Assert.That(failed!.Message, Is.EqualTo($"""
            TM3402: {_other.Name} has tables already: a dump is loaded only where there is nothing yet.
              migrations  0 in its journal
              database    {_other.Name} was not changed.
            Load it into a database of another name, or move this one away.
            """.ReplaceLineEndings("\n")));
        Assert.That(_other.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task ButNotWithATableThatIsNotThere()
    {
        var failed = await FailsAndChangesNothing(() => Dump(Database, new DumpOptions { Tables = ["shops", "ghosts"] }));

        Assert.That(failed.Message, Does.StartWith($"TM3401: {Database.Name} has no table ghosts.\n").And.EndWith("Name tables that are there, or none for all."));
    }

    [Test]
    public async Task ButNotWhereThereIsNone()
    {
        var failed = await Assert.ThrowsAsync<MigrationException>(() => Dump(_other));

        Assert.That(failed!.Message, Is.EqualTo($"TM3401: There is no database {_other.Name}.\nName one that is there, or migrate first: that makes it."));
        Assert.That(await In(_other, store => Task.FromResult(ExistsIn(store))), Is.False);
    }

    [Test]
    public async Task AndCutAtAnyLineIsNotLoaded()
    {
        var lines = Encoding.UTF8.GetString(await Dump()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.GreaterThan(10));

        for (var kept = 1; kept < lines.Length; kept++)
        {
            var failed = await Assert.ThrowsAsync<MigrationException>(() => Load(Encoding.UTF8.GetBytes(string.Join('\n', lines[..kept]))));
            Assert.That(failed!.Message, Does.StartWith($"TM3404: Line {kept + 1} of the dump is wrong: the dump ends here").And.Contain("it was cut.\n"));
        }

        Assert.That(await In(_other, store => Task.FromResult(ExistsIn(store))), Is.False);
    }

    [Test]
    public async Task AndCompletelyDifferentDatabasesAreCompared()
    {
        Assert.That(_other.TryPut("shops", RawDocument.Parse("{'_id': 'b', 'name': 'B'}")), Is.True);
        Assert.That(_other.TryPut("shops", RawDocument.Parse("{'_id': 'c', 'price': {'$decimal': '1.5'}, 'more': 1}")), Is.True);
        Assert.That(_other.TryPut("shops", RawDocument.Parse("{'_id': 'd'}")), Is.True);

        var comparison = await Compare();

        Assert.That(comparison.ToString(), Is.EqualTo($"""
            table others  is missing in {_other.Name}  0 equal
              only in {Database.Name}: 2
                1
                2
            table shops  0 equal
              only in {Database.Name}: 1
                "a"
              only in {_other.Name}: 1
                "d"
              different: 2
                "b"  name
                "c"  price, more
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task AndCancelledInTheMiddleOfLoadingNothingIsThere()
    {
        var dump = await Dump();
        using var cancellation = new CancellationTokenSource();
        var observer = new RecordingObserver(_ => cancellation.Cancel());

        await Assert.ThrowsAsync<OperationCanceledException>(() => In(_other, store => Maintenance(store, observer).LoadAsync(new MemoryStream(dump), cancellation: cancellation.Token)));

        Assert.That(observer.Events.Single(), Is.TypeOf<MigrationEvent.TableProgress>());
        Assert.That(await In(_other, store => Task.FromResult(ExistsIn(store))), Is.False);
    }

    [Test]
    public async Task AndCancelledInTheMiddleItIsNoDump()
    {
        using var cancellation = new CancellationTokenSource();
        var dump = new MemoryStream();

        await Assert.ThrowsAsync<OperationCanceledException>(() => In(Database, store => Maintenance(store, new RecordingObserver(_ => cancellation.Cancel())).DumpAsync(dump, cancellation: cancellation.Token)));

        var failed = await Assert.ThrowsAsync<MigrationException>(() => Load(dump.ToArray()));
        Assert.That(failed!.Code, Is.AnyOf(ErrorCode.NotADump, ErrorCode.DumpBroken));
    }

    private Task<byte[]> Dump() => Dump(Database);

    private async Task<byte[]> Dump(THarness database, DumpOptions? options = null)
    {
        var dump = new MemoryStream();
        await In(database, store => Maintenance(store).DumpAsync(dump, options));
        return dump.ToArray();
    }

    private Task<LoadReport> Load(byte[] dump, LoadOptions? options = null) => In(_other, store => Maintenance(store).LoadAsync(new MemoryStream(dump), options));

    private Task<DataComparison> Compare(Action<ComparisonOptions>? with = null)
    {
        var options = new ComparisonOptions();
        with?.Invoke(options);
        return In(Database, store => In(_other, other => Maintenance(store).CompareAsync(other, options)));
    }

    private DatabaseMaintenance Maintenance(IMigrationStore store, IMigrationObserver? observer = null) => new(store, new MigrationOptions { LockTimeout = TimeSpan.Zero }, Time, observer);

    private static bool ExistsIn(IMigrationStore store)
    {
        using var session = store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);
        return session.State.Exists;
    }

    private static async Task<T> In<T>(THarness database, Func<IMigrationStore, Task<T>> use)
    {
        var store = database.OpenStore();
        try
        {
            return await use(store);
        }
        finally
        {
            (store as IDisposable)?.Dispose();
        }
    }
}
