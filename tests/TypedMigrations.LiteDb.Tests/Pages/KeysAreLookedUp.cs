using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.LiteDb.Verifying;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>What goes from key to key need not be what LiteDB finds: it looks a key up by way of others.</summary>
public sealed class KeysAreLookedUp : PagesTest
{
    private const int Documents = 1_000;

    [SetUp]
    public void Fill()
    {
        Begin(seed: 1, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);
        using var inserting = new BulkInsert(File, Table, Documents, source: "a test");
        inserting.Insert(Enumerable.Range(0, Documents).Select(i => new BsonDocument { ["_id"] = i }));
        inserting.Finish();
    }

    [Test]
    public void AndFoundAtRegularDistances() => Assert.That(Look(), Is.EqualTo((100, 0)));

    [Test]
    public void AndMissedWhereTheyAreOutOfOrder()
    {
        using (var pages = OpenPages())
        {
            foreach (var address in Enumerable.Range(1, (int)pages.Count - 1).Where(page => pages.Read(page).Type == LiteDbPage.Index))
                Spoil((uint)address);
        }

        Assert.That(Look().Missed, Is.Positive);
        using var spoiled = OpenPages();
        Assert.That(KeyedDocuments.Count(spoiled, Table), Is.EqualTo(Documents));
    }

    /// <summary>Lets the keys of a page, which are numbers, begin with another byte.</summary>
    private void Spoil(uint id)
    {
        var page = Page(id);
        for (var slot = 0; slot <= page[At.HighestSlot]; slot++)
        {
            var (position, length) = SlotTable.Read(page, slot);
            if (length > 0 && !PageAddress.Read(page[(position + At.NodeData)..]).IsNone)
                page[position + length - sizeof(int)] ^= 0xFF;
        }
    }

    private (long Tried, long Missed) Look()
    {
        using var settled = File.Settle(CancellationToken.None);
        var lookups = new KeyLookups(File, Table, Documents);
        Assert.That(lookups.During(settled.Documents(Table)).Count(), Is.EqualTo(Documents));
        return (lookups.Tried, lookups.Missed);
    }
}
