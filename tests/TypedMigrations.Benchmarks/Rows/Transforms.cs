using TypedMigrations.Benchmarks.Reporting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>What it costs to change a million documents.</summary>
internal sealed class Transforms : IBenchmark
{
    private static readonly (string Module, string Words)[] Changes =
    [
        ("Rename", "rename a field"), ("Convert", "convert text to numbers"), ("Split", "split the table in two"), ("Eight", "eight migrations"), ("Extract", "array of three to a table"), ("Rekey", "numbers to text in keys"),
    ];

    public string Name => "transforms";

    public Section Run(Bench bench)
    {
        var runs = new TransformRuns(bench);
        var table = runs.Table(Changes, "read, insert into a new file", "bound");
        return bench.NewSection(Name, $"Changing {runs.Count.Count()} documents", ["LiteDB"])
            .Add($"""
                Documents of eleven fields, {Figures.Short(runs.BytesOfDocument)} bytes each in the file, and no index but that on the keys. Whole processes: ours copies the file, changes the copy, reads it again and compares it
                with the constants, brings it to the disk and swaps it in. **Passes alone** leaves that out: it is the time from the end of the copy to the last document, divided by the whole time of the other.

                The bound reads every document with LiteDB and inserts it unchanged into a new file, in one call. It keeps no backup and verifies nothing. An array of three makes three documents of one; new keys
                are made before the first document changes, and references would follow them.
                """)
            .Add(table);
    }
}
