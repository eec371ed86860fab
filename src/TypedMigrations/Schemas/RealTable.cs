namespace TypedMigrations.Schemas;

/// <summary>A table as the database has it.</summary>
public sealed class RealTable
{
    /// <summary>The name, as the database spells it.</summary>
    public required string Name { get; init; }

    /// <summary>How many documents it has.</summary>
    public required long Documents { get; init; }

    /// <summary>What the documents are. Those of file storage and journal are counted, but not looked at.</summary>
    public RealTableKind Kind { get; init; }

    /// <summary>The fields of the documents, the key among them, by name.</summary>
    public IReadOnlyList<RealField> Fields { get; init => field = [.. value.OrderBy(real => real.Name, StringComparer.Ordinal)]; } = [];

    /// <summary>All further fields, where their names are data: more of them than a scan tells apart. Null where there are not.</summary>
    public RealField? AnyName { get; init; }

    /// <summary>The indexes, the one on the key left out, by name.</summary>
    public IReadOnlyList<RealIndex> Indexes { get; init => field = [.. value.OrderBy(index => index.Name, StringComparer.Ordinal)]; } = [];

    /// <summary>The indexes that the store would keep for the declared ones; empty for an undeclared table.</summary>
    public IReadOnlyList<RealIndex> DeclaredIndexes { get; init; } = [];

    /// <summary>Documents that do not fit the constants that the scan was given.</summary>
    public IReadOnlyList<RealMisfit> Misfits { get; init; } = [];

    /// <summary>The field at a path, such as <c>home.city</c> or <c>phones[].number</c>, or null. Case does not count.</summary>
    public RealField? TryFind(string path) => Fields.Append(AnyName).OfType<RealField>().SelectMany(real => real.WithAllInside())
        .FirstOrDefault(real => string.Equals(real.Path, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>What the documents of a real table are.</summary>
public enum RealTableKind
{
    /// <summary>Documents of the application.</summary>
    Documents,

    /// <summary>Files that the store keeps for the application.</summary>
    FileStorage,

    /// <summary>This library's journal or audit trail.</summary>
    Journal,
}

/// <summary>Documents in which a declared field is not what its constant says.</summary>
/// <param name="Field">The declared field.</param>
/// <param name="Found">The type that was found in place of the declared one; null where a required field is missing or null.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Keys">The keys of the first of them, as messages show them.</param>
public sealed record RealMisfit(FieldSchema Field, string? Found, long Documents, IReadOnlyList<string> Keys)
{
    /// <summary>In how many documents the field is what its constant says.</summary>
    public long Fitting { get; init; }
}
