using LiteDB;
using TypedMigrations.LiteDb.Copying;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>The document that is being changed, for functions and messages.</summary>
/// <param name="Table">The table's name before.</param>
/// <param name="Key">The document's key before.</param>
/// <param name="OldRecord">The document as it was, where a step wants it.</param>
internal readonly record struct DocumentPlace(string Table, BsonValue Key, object? OldRecord)
{
    /// <summary>Why the document does not read as its old record; null where it does, or no step wants it.</summary>
    public Exception? Unreadable { get; init; }

    /// <summary>The document as it was, for an author's rule; null where there is none.</summary>
    public object? Stored { get; init; }

    /// <summary>The record as it was.</summary>
    /// <exception cref="Exception">The document does not read as one.</exception>
    public object? ReadRecord()
    {
        if (Unreadable is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(Unreadable);
        return OldRecord;
    }
}

/// <summary>What a migration's functions and references read while documents change.</summary>
/// <param name="State">The state before, for functions; null where none looks it up.</param>
/// <param name="Reader">The same, for the store itself.</param>
/// <param name="Keys">The keys that change.</param>
internal sealed record Surroundings(StateBefore? State, StateBeforeReader? Reader, KeyMaps Keys);
