using LiteDB;
using TypedMigrations.LiteDb.Copying;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Lets LiteDB find some documents by their keys, while all are read from their pages: that the keys follow one another does not say that it finds each.</summary>
/// <param name="file">The copy.</param>
/// <param name="table">The table.</param>
/// <param name="documents">How many documents it has.</param>
internal sealed class KeyLookups(WorkingFile file, string table, long documents)
{
    // LiteDB keeps the pages that it reads: with a million documents some 4 MB.
    private const int Wanted = 100;

    private readonly long _every = Math.Max(1, documents / Wanted);

    public long Tried { get; private set; }

    public long Missed { get; private set; }

    /// <summary>Hands documents on. They may be read several times.</summary>
    public IEnumerable<BsonDocument> During(IEnumerable<BsonDocument> read)
    {
        (Tried, Missed) = (0, 0);
        var count = 0L;
        foreach (var document in read)
        {
            if (count++ % _every == 0)
                Look(document["_id"]);
            yield return document;
        }
    }

    private void Look(BsonValue key)
    {
        Tried++;
        if (TableReader.TryFind(file.Engine, table, key) is null)
            Missed++;
    }
}
