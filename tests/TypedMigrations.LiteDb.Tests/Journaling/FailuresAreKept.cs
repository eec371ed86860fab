using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Tests.Files;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Journaling;

/// <summary>What failed runs leave for the audit trail lies in a file beside the database.</summary>
public sealed class FailuresAreKept : FolderTest
{
    private KeptAudit Kept => new(Database.KeptAuditPath);

    private IReadOnlyList<AuditEvent> Trail()
    {
        var trail = new AuditTrail(head: null);
        Kept.AddTo(trail);
        return trail.Added;
    }

    private void Add(string detail) => Kept.Add(AuditKind.Failed, "database", detail, DateTimeOffset.UnixEpoch);

    [Test]
    public void AndTakenIntoTheTrailInTheirOrder()
    {
        Kept.Add(AuditKind.Failed, "20201006_First of module Accounts", "line one\nline two", DateTimeOffset.UnixEpoch);
        Kept.Add(AuditKind.Restored, "database", "later", DateTimeOffset.UnixEpoch.AddSeconds(1));

        Assert.That(Trail().Select(item => (item.Sequence, item.Kind, item.Subject, item.Detail, item.At)), Is.EqualTo(new[]
        {
            (1L, AuditKind.Failed, "20201006_First of module Accounts", "line one\nline two", DateTimeOffset.UnixEpoch),
            (2L, AuditKind.Restored, "database", "later", DateTimeOffset.UnixEpoch.AddSeconds(1)),
        }));
    }

    [Test]
    public void UntilTheTrailHasThem()
    {
        Add("failed");

        Assert.That(Kept.Clear(), Is.Null);
        Assert.That(Names, Is.Empty);
        Assert.That(Trail(), Is.Empty);
        Assert.That(Kept.Clear(), Is.Null, "where nothing is kept");
    }

    /// <summary>The process was killed while it wrote.</summary>
    [Test]
    public void ThoughTheOneBeforeWasCut()
    {
        File.WriteAllText(Database.KeptAuditPath, "{\"Kind\":2,\"Subj");
        Add("the next one");
        Add("and one more");

        Assert.That(Trail().Select(item => item.Detail), Is.EqualTo(["the next one", "and one more"]));
    }

    [TestCase((1024 * 1024) - 1, true)]
    [TestCase(1024 * 1024, false)]
    public void AsLongAsTheirFileIsSmall(int bytes, bool isAdded)
    {
        File.WriteAllText(Database.KeptAuditPath, new string('x', bytes));

        Add("failed");

        Assert.That(Trail(), Has.Count.EqualTo(isAdded ? 1 : 0));
    }

    [Test]
    public void OrNotWhereTheFileCannotBeWritten()
    {
        Directory.CreateDirectory(Database.KeptAuditPath);

        Assert.That(() => Add("failed"), Throws.Nothing, "What failed is told anyway.");
        Assert.That(Trail(), Is.Empty);
    }

    [Test]
    public void AndThatTheyAreStillThereIsTold()
    {
        Directory.CreateDirectory(Database.KeptAuditPath);

        Assert.That(Kept.Clear(), Is.EqualTo(
            $"{Database.KeptAuditPath} is still there, so that the audit trail will tell what is in it twice. Remove it. Access to the path '{Database.KeptAuditPath}' is denied."));
    }
}
