namespace TypedMigrations.Schemas;

/// <summary>An index after one migration.</summary>
/// <param name="Name">The name in the database.</param>
/// <param name="On">The way to the indexed field, or an expression of the store.</param>
/// <param name="Kind">What it demands of the values.</param>
/// <param name="IsExpression">Whether it is on an expression.</param>
public sealed record IndexSchema(string Name, string On, IndexKind Kind, bool IsExpression = false)
{
    /// <summary>The index in words: <c>unique index idx_accounts_email on email</c>.</summary>
    public override string ToString() => Kind switch
    {
        IndexKind.Plain => $"index {Name} on {On}",
        IndexKind.Unique => $"unique index {Name} on {On}",
        _ => $"unique index {Name} on {On} where present",
    };
}
