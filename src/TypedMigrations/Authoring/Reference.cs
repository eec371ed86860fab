namespace TypedMigrations;

/// <summary>Says that a field holds the key of a document of a table, or keys of several, as it is after one migration.</summary>
/// <remarks>
/// A reference follows when the documents that it leads to get another key, and so does a store's own kind of reference,
/// which names the table, when they go to another table. Declare it below the field, in the class of constants:
/// <c>public static readonly Reference ToAccount = AccountId.References(AccountTable.Id);</c>
/// </remarks>
public sealed class Reference
{
    internal Reference(Field from, Field to)
    {
        From = from;
        To = to ?? throw new ArgumentNullException(nameof(to), $"The key that {from} refers to is null: a class of constants cannot refer to one that refers back to it.");
        from.Table.Add(this);
    }

    /// <summary>The field that holds the key.</summary>
    public Field From { get; }

    /// <summary>The key that it refers to, of the same migration or of one that this one declares to depend on.</summary>
    public Field To { get; }

    /// <summary>The field and the table, as in <c>roles.account_id to accounts</c>.</summary>
    public override string ToString() => $"{From} to {To.Table.Name}";
}
