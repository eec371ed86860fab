using LiteDB;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>What one pass over a table shares: which document it is at, and whether more names came than can be told apart.</summary>
/// <remarks>Names may be data: a map of ten thousand customers must not become ten thousand fields.</remarks>
internal sealed class ScanLimits(IReadOnlySet<string> mapPaths)
{
    /// <summary>How many undeclared names are told apart below one container.</summary>
    public const int NamesOfContainer = 1_000;

    /// <summary>How many places are told apart in one table.</summary>
    public const int NodesOfTable = 10_000;

    /// <summary>How deep documents and arrays are followed.</summary>
    public const int Depth = 32;

    private const int SmallValue = 16;

    private int _nodes;

    /// <summary>The number of the document that is looked at, from 1: how many there were so far.</summary>
    public long Document { get; private set; }

    /// <summary>Its key.</summary>
    public BsonValue Key { get; private set; } = BsonValue.Null;

    /// <summary>About how many bytes the values had so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether the table must be read anew with <see cref="Outgrown"/> taken for maps, or with fewer nodes.</summary>
    public bool IsOutgrown { get; private set; }

    /// <summary>The container that has too many names; null where the whole table has.</summary>
    public string? Outgrown { get; private set; }

    public void Begin(BsonDocument document)
    {
        Document++;
        Key = document["_id"];
    }

    public void Weigh(BsonValue value) => Bytes += SmallValue + value.Type switch
    {
        BsonType.String => value.AsString.Length,
        BsonType.Binary => value.AsBinary.Length,
        _ => 0,
    };

    public bool IsMap(string path) => mapPaths.Contains(path);

    /// <summary>Whether a container may get one more undeclared name.</summary>
    public bool MayAdd(string path, int names)
    {
        if (names >= NamesOfContainer)
            Outgrown = path;
        IsOutgrown |= names >= NamesOfContainer || ++_nodes > NodesOfTable;
        return !IsOutgrown;
    }
}
