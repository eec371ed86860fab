using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>What one pass over a table found: which types stand where in how many documents, and what does not fit the constants.</summary>
internal sealed class TableScan
{
    private readonly ScanLimits _limits;
    private readonly ScanContainer _documents;
    private readonly TableSchema? _declared;

    private TableScan(TableSchema? declared, IReadOnlySet<string> mapPaths)
    {
        _declared = declared;
        _limits = new ScanLimits(mapPaths);
        _documents = new ScanContainer(path: "", depth: 0, _limits, declared?.Record);
    }

    public long Documents => _limits.Document;

    public ScanContainer Root => _documents;

    /// <summary>The misfits, in the order of the constants.</summary>
    public IReadOnlyList<Misfits> Misfits()
    {
        var found = Inside(_documents).SelectMany(container => container.Fields).Select(node => node.Declared).OfType<DeclaredField>().ToDictionary(declared => declared.Schema, declared => declared.Found);
        return [.. (_declared?.AllFields ?? []).Where(found.ContainsKey).SelectMany(field => found[field])];
    }

    /// <summary>Reads a table; anew where it turned out that names are data, so that what is counted is exact.</summary>
    /// <param name="documents">Reads the documents from the first one on, asking now and then how many bytes were seen.</param>
    /// <param name="declared">The constants of the table, or null.</param>
    public static TableScan Read(Func<Func<long>, IEnumerable<BsonDocument>> documents, TableSchema? declared) => Read(documents, [declared])[0];

    /// <summary>Reads a table once beside several constants; those for which names turned out to be data once more.</summary>
    public static IReadOnlyList<TableScan> Read(Func<Func<long>, IEnumerable<BsonDocument>> documents, IReadOnlyList<TableSchema?> declared)
    {
        var mapPaths = declared.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var scans = declared.Select((table, i) => new TableScan(table, mapPaths[i])).ToArray();
        for (var left = Enumerable.Range(0, scans.Length).ToList(); left.Count > 0; left.RemoveAll(i => !scans[i]._limits.IsOutgrown))
        {
            foreach (var i in left.Where(i => scans[i]._limits.IsOutgrown))
            {
                mapPaths[i].UnionWith(scans[i].Outgrown());
                scans[i] = new TableScan(declared[i], mapPaths[i]);
            }

            Visit(documents, [.. left.Select(i => scans[i])]);
        }

        return scans;
    }

    private static void Visit(Func<Func<long>, IEnumerable<BsonDocument>> documents, List<TableScan> scans)
    {
        var last = scans[^1];
        foreach (var document in documents(() => last._limits.Bytes))
        {
            for (var i = scans.Count - 1; i >= 0; i--)
            {
                scans[i]._limits.Begin(document);
                scans[i]._documents.Visit(document);
                if (scans[i]._limits.IsOutgrown)
                    scans.RemoveAt(i);
            }

            if (scans.Count == 0)
                return;
            last = scans[^1];
        }
    }

    /// <summary>The containers whose names are data: the one with too many, or the largest where the table has too many in all.</summary>
    private IEnumerable<string> Outgrown()
    {
        if (_limits.Outgrown is { } path)
            return [path];

        var containers = Inside(_documents).ToList();
        var largest = containers.Max(container => container.Undeclared);
        return containers.Where(container => container.AnyName is null && container.Undeclared > largest / 2).Select(container => container.Path);
    }

    private static IEnumerable<ScanContainer> Inside(ScanContainer container) =>
        container.Fields.Append(container.AnyName).OfType<ScanNode>().SelectMany(Inside).Prepend(container);

    private static IEnumerable<ScanContainer> Inside(ScanNode node) =>
        (node.Inside is null ? [] : Inside(node.Inside)).Concat(node.Elements is null ? [] : Inside(node.Elements));
}
