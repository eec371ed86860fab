using System.Text;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

/// <summary>What a store brings along so that the contract can look at its database from outside, without the library.</summary>
/// <remarks>One harness has one database, which does not exist at first. Everything but <see cref="OpenStore"/> is called while no store is open.</remarks>
public abstract class StoreHarness : IDisposable
{
    /// <summary>The database as messages name it.</summary>
    public abstract string Name { get; }

    /// <summary>Makes a store on the database, as one process would.</summary>
    public abstract IMigrationStore OpenStore();

    /// <summary>Inserts a document as a program without the library would. False where a unique index refuses it.</summary>
    public abstract bool TryPut(string table, IReadOnlyDictionary<string, object?> document);

    /// <summary>Removes a table as a program without the library would.</summary>
    public abstract void Drop(string table);

    /// <summary>Removes all documents of a table as a program without the library would. The table and its indexes stay.</summary>
    public abstract void Empty(string table);

    /// <summary>Makes an index as a program without the library would.</summary>
    public abstract void PutIndex(string table, string name, string field, bool isUnique);

    /// <summary>Every table but journal and audit trail.</summary>
    public abstract IReadOnlyList<string> Tables();

    /// <summary>All documents of a table; none where there is no such table.</summary>
    public abstract IReadOnlyList<IReadOnlyDictionary<string, object?>> Documents(string table);

    /// <summary>The indexes of a table beside the one on the key.</summary>
    public abstract IReadOnlyList<FoundIndex> Indexes(string table);

    /// <summary>The whole audit trail, oldest first.</summary>
    public abstract IReadOnlyList<AuditEvent> Audit();

    /// <summary>How many documents a table of another database has, which is opened as a program without the library would.</summary>
    public abstract int CountIn(string connection, string table);

    /// <summary>Makes the journal look as if a newer library had written it.</summary>
    public abstract void MakeJournalNewer();

    /// <summary>Everything that must stay the same where documents do: bytes and times of files, for instance.</summary>
    public abstract string State();

    /// <summary>Everything there is, as text: where two are equal, nothing happened in between.</summary>
    public string Snapshot()
    {
        var text = new StringBuilder(State()).Append('\n');
        foreach (var table in Tables().Order(StringComparer.Ordinal))
        {
            text.Append("table ").Append(table).Append('\n');
            foreach (var index in Indexes(table).Select(index => index.ToString()).Order(StringComparer.Ordinal))
                text.Append("  ").Append(index).Append('\n');
            foreach (var document in Documents(table).Select(RawDocument.Text).Order(StringComparer.Ordinal))
                text.Append("  ").Append(document).Append('\n');
        }

        foreach (var audited in Audit())
            text.Append(audited).Append('\n');
        return text.ToString();
    }

    /// <summary>Removes the database.</summary>
    public abstract void Dispose();
}

/// <summary>An index as the database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Field">The way to the field; null where it is on something else.</param>
/// <param name="IsUnique">Whether it refuses duplicates.</param>
public sealed record FoundIndex(string Name, string? Field, bool IsUnique);
