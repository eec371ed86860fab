using TypedMigrations.Benchmarks.Reporting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What it costs to change a million documents that have two indexes, which stay.</summary>
internal sealed class IndexedTransforms : IBenchmark
{
    private static readonly (string Module, string Words)[] Changes =
    [
        ("RenameIndexed", "rename a field"), ("ConvertIndexed", "convert text to numbers"), ("SplitIndexed", "split the table in two"), ("ExtractIndexed", "array of three to a table"), ("RekeyIndexed", "numbers to text in keys"),
    ];

    public string Name => "indexed";

    public Section Run(Bench bench)
    {
        var runs = new TransformRuns(bench);
        var table = runs.Table(Changes, "one call in place", "in-place");
        return bench.NewSection(Name, $"Changing {runs.Count.Count()} documents with two indexes that stay", ["LiteDB"])
            .Add("""
                The same documents, with two indexes that no change concerns. A new file would have to make them anew, which takes longer. The bound is the best that can be written by hand: one call of `Update` over documents that
                are read meanwhile. It renames a field; what it is compared with does more.
                """)
            .Add(table);
    }
}
