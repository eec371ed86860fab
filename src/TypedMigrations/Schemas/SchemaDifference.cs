using System.Text;

namespace TypedMigrations.Schemas;

/// <summary>What differs between the schema that constants declare and the one that a database really has.</summary>
public sealed class SchemaDifference
{
    internal SchemaDifference(IEnumerable<SchemaDeviation> deviations) => Deviations = [.. deviations.OrderBy(deviation => deviation.Severity)];

    /// <summary>Each deviation, the gravest first, then by table.</summary>
    public IReadOnlyList<SchemaDeviation> Deviations { get; }

    /// <summary>Whether the database is as declared, and holds nothing else.</summary>
    public bool IsEmpty => Deviations.Count == 0;

    /// <summary>Whether something contradicts the constants. Odd old data and undeclared content do not.</summary>
    public bool HasMisfits => Deviations.Any(deviation => deviation.Severity == DeviationSeverity.Misfit);

    /// <summary>Compares a declared schema with a real one that was counted with its tables in mind. Touches no database.</summary>
    /// <param name="declared">What the constants say.</param>
    /// <param name="real">What a store found.</param>
    public static SchemaDifference Between(Schema declared, RealSchema real) => new(SchemaComparison.Compare(declared, real));

    /// <summary>A line for each deviation below its severity; empty where there is none.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var group in Deviations.GroupBy(deviation => deviation.Severity))
        {
            text.Append(group.Key switch { DeviationSeverity.Misfit => "misfits", DeviationSeverity.Kept => "odd, but kept", _ => "undeclared" }).Append('\n');
            foreach (var deviation in group)
                text.Append("  ").Append(deviation).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}

/// <summary>One thing in which a database is not as declared.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Table">The table.</param>
/// <param name="Name">The path of the field or the name of the index; null where the table itself is meant.</param>
/// <param name="Text">The deviation in words, without any value but keys.</param>
public sealed record SchemaDeviation(DeviationKind Kind, string Table, string? Name, string Text)
{
    /// <summary>How grave it is; it follows from the kind.</summary>
    public DeviationSeverity Severity => Kind switch
    {
        DeviationKind.MissingValue or DeviationKind.OtherSpelling => DeviationSeverity.Kept,
        DeviationKind.UndeclaredTable or DeviationKind.UndeclaredField or DeviationKind.UndeclaredIndex => DeviationSeverity.Undeclared,
        _ => DeviationSeverity.Misfit,
    };

    /// <summary>In how many documents. 0 where documents do not count.</summary>
    public long Documents { get; init; }

    /// <summary>The keys of the first documents, as messages show them; at most three.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}

/// <summary>How grave a deviation is.</summary>
public enum DeviationSeverity
{
    /// <summary>It contradicts the constants: adoption refuses or mends it, and verification fails where a run made it.</summary>
    Misfit,

    /// <summary>Odd old data, which migrations keep as it is.</summary>
    Kept,

    /// <summary>Not declared: migrations pass it through untouched.</summary>
    Undeclared,
}

/// <summary>The kinds of deviation.</summary>
public enum DeviationKind
{
    /// <summary>Values of a type that the constant does not have.</summary>
    WrongType,

    /// <summary>A declared table is not there.</summary>
    MissingTable,

    /// <summary>A declared index is not there.</summary>
    MissingIndex,

    /// <summary>An index of a declared name is on something else, or its uniqueness differs.</summary>
    OtherIndex,

    /// <summary>A required field is missing or null.</summary>
    MissingValue,

    /// <summary>A name is spelled with other capital letters than the declared one.</summary>
    OtherSpelling,

    /// <summary>A table that no constant declares.</summary>
    UndeclaredTable,

    /// <summary>A field that no constant declares.</summary>
    UndeclaredField,

    /// <summary>An index that no constant declares.</summary>
    UndeclaredIndex,
}
