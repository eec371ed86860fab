using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Journaling;

/// <summary>What lies in the database, which programs of other versions read.</summary>
public sealed class EntriesAreStored
{
    private static readonly DateTimeOffset At = new(2020, 11, 20, 10, 14, 3, 250, TimeSpan.FromHours(1));

    private static readonly JournalEntry Entry = new()
    {
        Module = "Accounts",
        Id = "20201027_ManyRoles",
        Fingerprint = "v1:0123",
        Kind = JournalKind.Adopted,
        At = At,
        Duration = TimeSpan.FromSeconds(1.5),
        Tables = [new TableCount("accounts", 3, 2)],
        IsAdditive = true,
        LibraryVersion = "0.1.0",
        ApplicationVersion = "1.4.0",
        Machine = "machine-a",
    };

    private static readonly AuditEvent Event = new(7, At, AuditKind.Failed, "database", "TM4008: No.", "machine-a", "before", "now");

    [Test]
    public void OfTheJournalByTheirNames() => Assert.That(LiteDB.JsonSerializer.Serialize(JournalDocuments.Of(Entry)), Is.EqualTo(
        """{"_id":"Accounts/20201027_ManyRoles","format":1,"module":"Accounts","id":"20201027_ManyRoles","fingerprint":"v1:0123","kind":"Adopted","at":{"$date":"2020-11-20T09:14:03.2500000Z"},"""
        + """
          "duration_ms":{"$numberLong":"1500"},"tables":[{"table":"accounts","read":{"$numberLong":"3"},"written":{"$numberLong":"2"}}],"additive":true,"library":"0.1.0","application":"1.4.0","machine":"machine-a"}
          """));

    [Test]
    public void OfTheAuditTrailByTheirNames() => Assert.That(LiteDB.JsonSerializer.Serialize(JournalDocuments.Of(Event)), Is.EqualTo(
        """{"_id":{"$numberLong":"7"},"format":1,"at":{"$date":"2020-11-20T09:14:03.2500000Z"},"kind":"Failed","subject":"database","detail":"TM4008: No.","machine":"machine-a","previous":"before","hash":"now"}"""));

    [Test]
    public void AndAreReadAsTheyWere()
    {
        var read = JournalDocuments.EntryOf(JournalDocuments.Of(Entry));

        Assert.That(JournalDocuments.IsEntry(JournalDocuments.Of(Entry)), Is.True);
        Assert.That(read with { Tables = Entry.Tables }, Is.EqualTo(Entry with { At = At.ToUniversalTime() }));
        Assert.That(read.Tables, Is.EqualTo(Entry.Tables));
        Assert.That(JournalDocuments.IsEvent(JournalDocuments.Of(Event)), Is.True);
        Assert.That(JournalDocuments.EventOf(JournalDocuments.Of(Event)), Is.EqualTo(Event with { At = At.ToUniversalTime() }));
    }

    [Test]
    public void AndWhatIsNoTruthValueIsNoAddition()
    {
        var document = JournalDocuments.Of(Entry);
        document["additive"] = "yes";

        Assert.That(JournalDocuments.EntryOf(document).IsAdditive, Is.False);
    }

    [TestCase("_id"), TestCase("module"), TestCase("id"), TestCase("fingerprint"), TestCase("kind"), TestCase("at"), TestCase("duration_ms"), TestCase("tables"), TestCase("library"), TestCase("application"), TestCase("machine")]
    public void AndAreNoneWithoutAField(string field)
    {
        var document = JournalDocuments.Of(Entry);
        document.Remove(field);

        Assert.That(JournalDocuments.IsEntry(document), Is.False);
    }

    [TestCase("_id"), TestCase("at"), TestCase("kind"), TestCase("subject"), TestCase("detail"), TestCase("machine"), TestCase("previous"), TestCase("hash")]
    public void AndAreNoEventsWithoutAField(string field)
    {
        var document = JournalDocuments.Of(Event);
        document.Remove(field);

        Assert.That(JournalDocuments.IsEvent(document), Is.False);
    }

    [TestCase(922_337_203_685_475, true), TestCase(-922_337_203_685_475, true)]
    [TestCase(1_000_000_000_000_000, false), TestCase(-1_000_000_000_000_000, false), TestCase(long.MaxValue, false), TestCase(long.MinValue, false)]
    public void AndTakeNoLongerThanATimeSpanHolds(long milliseconds, bool isEntry)
    {
        var document = JournalDocuments.Of(Entry);
        document["duration_ms"] = milliseconds;

        Assert.That(JournalDocuments.IsEntry(document), Is.EqualTo(isEntry));
        if (isEntry)
            Assert.That(JournalDocuments.EntryOf(document).Duration.Ticks / TimeSpan.TicksPerMillisecond, Is.EqualTo(milliseconds));
    }

    [TestCase("table"), TestCase("read"), TestCase("written")]
    public void AndAreNoneWhereATableLacksAField(string field)
    {
        var document = JournalDocuments.Of(Entry);
        document["tables"].AsArray[0].AsDocument.Remove(field);

        Assert.That(JournalDocuments.IsEntry(document), Is.False);
    }
}
