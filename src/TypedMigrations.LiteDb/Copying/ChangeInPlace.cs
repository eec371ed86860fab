using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>What one migration does to the documents of one table where they lie.</summary>
/// <param name="transform">Changes a document.</param>
/// <param name="staying">Says which documents stay; null where all do.</param>
/// <param name="touched">The fields that it may change.</param>
/// <param name="misfits">Is told what did not fit.</param>
internal sealed class ChangeInPlace(DocumentTransform transform, DocumentSelection? staying, TouchedFields touched, MisfitLog misfits)
{
    /// <summary>Whether the values of an index may change.</summary>
    public bool Concerns(StoredIndex index) => touched.Concerns(index.Expression);

    /// <summary>How many documents it has seen.</summary>
    public long Read { get; private set; }

    /// <summary>How many it has changed, or sent to another table.</summary>
    public long Written { get; private set; }

    /// <summary>Whether a document did not fit.</summary>
    public bool HasFailed => misfits.HasFailed;

    public Outcome Apply(BsonDocument document)
    {
        Read++;
        var outcome = staying is not null && !staying.Includes(document) ? Outcome.Leaves
            : transform.Apply(document) ? Outcome.Changed
            : Outcome.Same;
        if (outcome != Outcome.Same)
            Written++;
        return outcome;
    }
}

/// <summary>What becomes of a document where it lies.</summary>
internal enum Outcome
{
    /// <summary>It stays as it is.</summary>
    Same,

    /// <summary>It is another one now.</summary>
    Changed,

    /// <summary>It goes to another table.</summary>
    Leaves,
}
