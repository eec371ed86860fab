namespace TypedMigrations;

/// <summary>A reference to a document as LiteDB's mapper stores one: <c>{ $id, $ref }</c>.</summary>
/// <remarks>
/// Declare a field so where the application has <c>mapper.Entity&lt;Order&gt;().DbRef(order =&gt; order.Customer, "customers")</c> or
/// <c>[BsonRef("customers")]</c>; a list of references likewise.
/// </remarks>
/// <typeparam name="TKey">The type of the other document's key.</typeparam>
/// <param name="Id">The other document's key.</param>
/// <param name="Collection">The name of its table.</param>
public readonly record struct DbRef<TKey>(TKey Id, string Collection)
    where TKey : notnull;
