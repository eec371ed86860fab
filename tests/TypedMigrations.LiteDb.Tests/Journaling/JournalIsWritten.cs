using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Journaling;

/// <summary>Journal and audit trail are written into a copy, and read from it again.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JournalIsWritten
{
    private readonly MemoryStream _data = new();
    private readonly WorkingMemory _copy;

    public JournalIsWritten() => _copy = new WorkingMemory(_data, new EngineSettings());

    private DatabaseState State => LiteDbJournal.Read(_copy.Engine);

    [TearDown]
    public void Remove() => _copy.Remove();

    /// <summary>Asks LiteDB's engine and the pages, which have to say the same.</summary>
    private bool IsLeftFor(string program)
    {
        var byEngine = LiteDbJournal.IsLeftFor(_copy.Engine, program);
        _copy.Close();
        using var pages = PageReader.Open(new MemoryStream(_data.ToArray()), password: null);
        Assert.That(LiteDbJournal.IsLeftFor(pages, program), Is.EqualTo(byEngine));
        return byEngine;
    }

    private static JournalEntry Entry(string id) => new()
    {
        Module = "Accounts",
        Id = id,
        Fingerprint = "v1:0123",
        Kind = JournalKind.Applied,
        At = DateTimeOffset.UnixEpoch,
        LibraryVersion = "0.1.0",
        ApplicationVersion = "1.4.0",
        Machine = "machine-a",
    };

    private static MigrationId Id(string id) => MigrationId.TryParse(id, "Accounts")!;

    private static IReadOnlyList<AuditEvent> Events(int count)
    {
        var trail = new AuditTrail(head: null);
        for (var i = 0; i < count; i++)
            trail.Add(AuditKind.Applied, "database", "", DateTimeOffset.UnixEpoch);
        return trail.Added;
    }

    private void Write(string[] applied, string[]? reverted = null, int events = 0, bool? isTestDatabase = null, string? program = null) =>
        LiteDbJournal.Write(_copy, [.. applied.Select(Entry)], [.. (reverted ?? []).Select(Id)], Events(events), isTestDatabase, program);

    [Test]
    public void AndNoDatabaseWithoutOneIsForTests()
    {
        _copy.Engine.Insert("shops", [new BsonDocument { ["_id"] = 1 }], BsonAutoId.ObjectId);

        Assert.That(State, Is.EqualTo(new DatabaseState(Exists: true, HasTables: true, State.Journal, IsTestDatabase: false)));
        Assert.That(State.Journal, Is.Empty);
    }

    [Test]
    public void AndNoDatabaseIsForTestsThatDoesNotSaySo()
    {
        _copy.Engine.Insert(LiteDbJournal.Journal, [JournalDocuments.Of(Entry("20201006_First"))], BsonAutoId.ObjectId);

        Assert.That((State.Journal.Count, State.IsTestDatabase), Is.EqualTo((1, false)));
    }

    [TestCase(true), TestCase(false)]
    public void AndADatabaseStaysWhatItWasMadeFor(bool isTestDatabase)
    {
        Write([], isTestDatabase: isTestDatabase);
        Assert.That(State.IsTestDatabase, Is.EqualTo(isTestDatabase));

        Write(["20201006_First"]);
        Assert.That(State.IsTestDatabase, Is.EqualTo(isTestDatabase));
    }

    [Test]
    public void AndNoTruthValueMeansNoDatabaseForTests()
    {
        Write(["20201006_First"], isTestDatabase: true);
        _copy.Engine.Update(LiteDbJournal.Journal, [new BsonDocument { ["_id"] = "$database", ["format"] = 1, ["test"] = "yes" }]);
        Assert.That(State.IsTestDatabase, Is.False);

        Write(["20201022_Second"]);
        Assert.That(State.IsTestDatabase, Is.False);
    }

    [Test]
    public void ForTheProgramWhoseMigrationsItHas()
    {
        Write(["20201006_First"], program: "one");
        Assert.That(IsLeftFor("one"), Is.True);

        Write(["20201022_Second"], program: null);
        Assert.That(IsLeftFor("one"), Is.False);
    }

    [Test]
    public void ForTheSameProgramWhereOnlyTheAuditTrailGrows()
    {
        Write(["20201006_First"], program: "one");

        Write([], events: 1, program: "two");

        Assert.That(IsLeftFor("one"), Is.True);
    }

    [Test]
    public void ForNoProgramWhereNoMigrationRan()
    {
        Write([], isTestDatabase: false, program: "one");

        Assert.That(IsLeftFor("one"), Is.False);
    }

    [Test]
    public void AndIsEmptyWhenEveryMigrationWasTakenBack()
    {
        Write(["20201006_First", "20201022_Second"], events: 2);

        Write([], reverted: ["20201022_Second"]);
        Assert.That((State.Journal.Single().Id, State.HasEmptyJournal), Is.EqualTo(("20201006_First", false)));

        Write([], reverted: ["20201006_First"]);
        Assert.That((State.Journal.Count, State.HasEmptyJournal), Is.EqualTo((0, true)));
    }

    [Test]
    public void AndIsNotThereWithoutAnAuditTrail()
    {
        Write(["20201006_First"]);

        Write([], reverted: ["20201006_First"]);

        Assert.That(TableReader.Names(_copy.Engine), Is.EqualTo([LiteDbJournal.Journal]));
        Assert.That((State.Journal.Count, State.HasEmptyJournal), Is.EqualTo((0, false)));
    }

    [Test]
    public void NotWhereWhatIsTakenBackIsNotInIt()
    {
        Write(["20201006_First"]);

        Assert.That(() => Write([], reverted: ["20201022_Second"]), Throws.InstanceOf<IOException>().With.Message.EqualTo("LiteDB did not remove the entries of all reverted migrations from the journal."));
    }

    [Test]
    public void ThoughItHasManyEntriesAndEvents()
    {
        Write([.. Enumerable.Range(10, 90).SelectMany(year => Enumerable.Range(1, 12).Select(month => $"20{year}{month:00}01_X"))], events: 1_200);

        Assert.That(State.Journal, Has.Count.EqualTo(1_080));
        Assert.That(LiteDbJournal.ReadAudit(_copy.Engine).Select(item => item.Sequence), Is.EqualTo(Enumerable.Range(1, 1_200)));
    }
}
