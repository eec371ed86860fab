namespace TypedMigrations.Schemas;

/// <summary>An index after one migration.</summary>
/// <param name="Name">The name in the database.</param>
/// <param name="FieldPath">The way to the indexed field.</param>
/// <param name="Kind">What it demands of the values.</param>
public sealed record IndexSchema(string Name, string FieldPath, IndexKind Kind)
{
    /// <summary>The index in words: <c>unique index idx_accounts_email on email</c>.</summary>
    public override string ToString() => Kind switch
    {
        IndexKind.Plain => $"index {Name} on {FieldPath}",
        IndexKind.Unique => $"unique index {Name} on {FieldPath}",
        _ => $"unique index {Name} on {FieldPath} where present",
    };
}
