using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Counts the fields of the documents at one place: the table's own, or nested ones.</summary>
internal sealed class ScanContainer
{
    private readonly string _path;
    private readonly int _depth;
    private readonly ScanLimits _limits;
    private readonly Dictionary<string, ScanNode> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly ScanNode[] _required;
    private ScanNode? _first;
    private int _undeclared;
    private long _visits;

    /// <summary>The documents of a map.</summary>
    public ScanContainer(string path, int depth, ScanLimits limits, ScanNode entries)
        : this(path, depth, limits, record: null) => AnyName = entries;

    /// <param name="path">The way to the documents; empty for the table's own.</param>
    /// <param name="depth">How many documents and arrays lie around its fields.</param>
    /// <param name="limits">What the pass shares.</param>
    /// <param name="record">The declared record, or null.</param>
    public ScanContainer(string path, int depth, ScanLimits limits, RecordShape? record = null)
    {
        (_path, _depth, _limits) = (path, depth, limits);
        foreach (var field in record?.Fields ?? [])
            _fields[field.Name] = new ScanNode(field.Name, RealField.PathOf(path, field.Name), depth, limits, field.Type, field.Nested) { Declared = new DeclaredField(field, limits) };
        _required = [.. _fields.Values.Where(node => node.Declared!.IsRequired)];
        if (limits.IsMap(path))
            AnyName = new ScanNode(RealField.AnyNameName, path + RealField.AnyNameName, depth, limits);
    }

    public IEnumerable<ScanNode> Fields => _fields.Values;

    /// <summary>All undeclared fields, where their names are data.</summary>
    public ScanNode? AnyName { get; }

    public string Path => _path;

    /// <summary>How many undeclared names it tells apart.</summary>
    public int Undeclared => _undeclared;

    public void Visit(BsonDocument document)
    {
        _visits++;
        var required = 0;
        ScanNode? before = null;
        // The interface would make an enumerator for each document.
        foreach (var (name, value) in (Dictionary<string, BsonValue>)((BsonValue)document).RawValue)
        {
            var likely = before is null ? _first : before.Next;
            if ((likely is not null && likely.Name == name ? likely : Find(name, before)) is not { } node)
                continue;

            node.Visit(value);
            before = node;
            if (node.Declared is { IsRequired: true })
            {
                node.LastVisit = _visits;
                required++;
            }
        }

        if (required < _required.Length)
            CountAbsent();
    }

    /// <summary>The node of a name that did not follow the one before it the last time. Null where there are too many names.</summary>
    private ScanNode? Find(string name, ScanNode? before)
    {
        if (_fields.TryGetValue(name, out var node))
            node.Spelled(name);
        else if (AnyName is not null && !IsKey(name))
            return AnyName;
        else if (IsKey(name) || _limits.MayAdd(_path, _undeclared++))
            _fields[name] = node = new ScanNode(name, RealField.PathOf(_path, name), _depth, _limits);
        else
            return null;

        if (before is null)
            _first = node;
        else
            before.Next = node;
        return node;
    }

    private bool IsKey(string name) => _path.Length == 0 && name == "_id";

    private void CountAbsent()
    {
        foreach (var node in _required)
        {
            if (node.LastVisit != _visits)
                node.Declared!.LookAtAbsent();
        }
    }
}
