using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>The author's own code on each stored document of a table.</summary>
internal sealed record CustomDocuments(string Reason, Table Table, IReadOnlyList<Field> Removes, IReadOnlyList<Field> Writes, Action<BsonDocument> Change)
    : StoreDocumentStep(Reason, Table, Removes, Writes)
{
    public override string Words => $"custom on {Table.Name}: {Reason}";

    /// <summary>Changes a document. Its key must stay. Says whether anything changed.</summary>
    public bool Run(BsonDocument document, BsonValue key)
    {
        var old = JsonSerializer.Serialize(document);
        Change(document);
        if (document["_id"] != key)
            throw new ValueMisfitException("another key: only up.Rekey and up.Merge change keys");
        return JsonSerializer.Serialize(document) != old;
    }
}
