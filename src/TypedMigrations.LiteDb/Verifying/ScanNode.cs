using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Counts the values at one place of a table's documents: a field, the elements of an array, or the entries of a map.</summary>
internal sealed class ScanNode
{
    private readonly ScanLimits _limits;
    private readonly FieldType? _type;
    private readonly RecordShape? _record;
    private readonly int _depth;
    private readonly Tally[] _types = new Tally[(int)BsonType.MaxValue + 1];
    private Tally _found;

    /// <param name="name">The name; that of the first document where no constant declares the field.</param>
    /// <param name="path">The way from the document.</param>
    /// <param name="depth">How many documents and arrays lie around it.</param>
    /// <param name="limits">What the pass shares.</param>
    /// <param name="type">The declared type, or null.</param>
    /// <param name="record">The declared record where the type holds one.</param>
    public ScanNode(string name, string path, int depth, ScanLimits limits, FieldType? type = null, RecordShape? record = null)
    {
        (Name, Path, _depth, _limits, _type, _record) = (name, path, depth, limits, type, record);
        // What a constant declares is there from the start: nobody must read a document to know that a map is one.
        if (type?.Kind is ValueKind.Record or ValueKind.Map)
            Inside = MakeInside();
    }

    public string Name { get; private set; }

    public string Path { get; }

    /// <summary>Spellings other than <see cref="Name"/>.</summary>
    public List<string> OtherSpellings { get; } = [];

    public ref readonly Tally Found => ref _found;

    public ReadOnlySpan<Tally> Types => _types;

    /// <summary>The nested documents, once there was one.</summary>
    public ScanContainer? Inside { get; private set; }

    /// <summary>The elements of the arrays, once there was one.</summary>
    public ScanNode? Elements { get; private set; }

    /// <summary>The constant to hold the values against, or null.</summary>
    public DeclaredField? Declared { get; init; }

    /// <summary>The sibling that followed it in the document before: documents of one table mostly have their fields in one order.</summary>
    public ScanNode? Next { get; set; }

    /// <summary>The visit of its container in which it was last found.</summary>
    public long LastVisit { get; set; }

    public void Visit(BsonValue value)
    {
        var type = value.Type;
        _limits.Weigh(value);
        _found.Add(_limits.Document);
        _types[(int)type].Add(_limits.Document);
        Declared?.Look(value);
        if (_depth >= ScanLimits.Depth)
            return;
        if (type == BsonType.Document)
            (Inside ??= MakeInside()).Visit(value.AsDocument);
        else if (type == BsonType.Array)
            VisitElements(value.AsArray.RawValue);
    }

    /// <summary>Remembers a spelling. The first that a document has names the node.</summary>
    public void Spelled(string name)
    {
        if (_found.Values == 0)
            Name = name;
        else if (name != Name && !OtherSpellings.Contains(name))
            OtherSpellings.Add(name);
    }

    private void VisitElements(IList<BsonValue> elements)
    {
        if (elements.Count == 0)
            return;

        Elements ??= new ScanNode(RealField.ElementsName, Path + RealField.ElementsName, _depth + 1, _limits, ElementType, ElementType is null ? null : _record);
        for (var i = 0; i < elements.Count; i++)
            Elements.Visit(elements[i]);
    }

    private FieldType? ElementType => _type?.Kind == ValueKind.List ? _type.Element : null;

    private ScanContainer MakeInside() => _type?.Kind switch
    {
        ValueKind.Record => new ScanContainer(Path, _depth + 1, _limits, _record),
        ValueKind.Map => new ScanContainer(Path, _depth + 1, _limits, new ScanNode(RealField.AnyNameName, Path + RealField.AnyNameName, _depth + 1, _limits, _type.Element, _record)),
        _ => new ScanContainer(Path, _depth + 1, _limits),
    };
}
