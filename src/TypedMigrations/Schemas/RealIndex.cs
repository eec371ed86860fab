namespace TypedMigrations.Schemas;

/// <summary>An index as the database has it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">What is indexed, as the store spells it.</param>
/// <param name="IsUnique">Whether duplicates are refused.</param>
/// <param name="IsMultikey">Whether one document can have several entries in it, as with array elements.</param>
public sealed record RealIndex(string Name, string Expression, bool IsUnique, bool IsMultikey)
{
    /// <summary>The way to the indexed field; null where the index is on something else.</summary>
    public string? FieldPath { get; init; }

    /// <summary>Whether it is unique among the documents that have the field.</summary>
    public bool IsWherePresent { get; init; }

    /// <summary>The index for which the store made this one, which serves its lookups; null for an index in its own right.</summary>
    public string? LookupOf { get; init; }

    /// <summary>The index in words: <c>unique index idx_accounts_email on email</c>.</summary>
    public override string ToString() =>
        $"{(IsUnique ? "unique " : "")}index {Name} on {FieldPath ?? Expression}{(IsWherePresent ? " where present" : "")}{(IsMultikey && FieldPath is null ? " multikey" : "")}";

    internal bool IsSameAs(RealIndex other) => Name == other.Name && Expression == other.Expression && IsUnique == other.IsUnique;
}
