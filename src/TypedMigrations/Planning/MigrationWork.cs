using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>What a migration makes of each table: every difference between two frozen schemas, accounted for.</summary>
/// <remarks>
/// A store carries it out in this order: removes duplicates, makes the keys that change, drops and renames tables, changes
/// documents in place, lets documents flow into other tables, inserts derived ones, takes its own steps, makes values
/// unique, makes indexes, inserts seeds. Whatever reads old documents reads them as they were before the migration.
/// </remarks>
public sealed class MigrationWork
{
    internal MigrationWork(
        MigrationDefinition definition, IReadOnlyList<TableWork> tables, IReadOnlyList<DocumentFlow> flows, IReadOnlyList<ExtractWork> extracts, IReadOnlyList<InsertWork> inserts,
        IReadOnlyList<RekeyWork> rekeys, IReadOnlyList<Step> steps)
    {
        Definition = definition;
        Tables = tables;
        Flows = flows;
        Extracts = extracts;
        Inserts = inserts;
        Rekeys = rekeys;
        Steps = steps;
    }

    /// <summary>The migration.</summary>
    public MigrationDefinition Definition { get; }

    /// <summary>The tables that were there before or are there after, by their name after.</summary>
    public IReadOnlyList<TableWork> Tables { get; }

    /// <summary>The documents that go from a table before into a table after, other than by staying.</summary>
    public IReadOnlyList<DocumentFlow> Flows { get; }

    /// <summary>The array elements that become documents.</summary>
    public IReadOnlyList<ExtractWork> Extracts { get; }

    /// <summary>The derived documents.</summary>
    public IReadOnlyList<InsertWork> Inserts { get; }

    /// <summary>The tables whose documents get other keys.</summary>
    public IReadOnlyList<RekeyWork> Rekeys { get; }

    /// <summary>All steps for people to read: the author's first, then the derived ones.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The store's own steps on the database as a whole, which run when documents have changed.</summary>
    public IEnumerable<StoreStep> StoreSteps => Definition.Steps.OfType<StoreStep>().Where(step => step is not StoreDocumentStep);

    /// <summary>Whether a step reads old documents while others change, so that the state before must stay readable during the migration.</summary>
    public bool LooksUpStateBefore => Inserts.Count > 0 || Flows.Count > 0 || Extracts.Count > 0 || Rekeys.Count > 0
        || Definition.Steps.Any(step => step is RemoveDuplicates or PartitionTable or ConvertTable or EmbedDocuments or FillField { From: not null });
}

/// <summary>What happens to one table.</summary>
/// <param name="Before">The table before; null for a new one.</param>
/// <param name="After">The table after; null for one that is gone.</param>
/// <param name="Changes">What happens to the fields of its documents.</param>
/// <param name="Carried">The fields whose values stay as they are: their path after to their path before. Empty for a new table and one that is gone.</param>
/// <param name="MakeUnique">The fields whose values are made unique after the changes and inserts.</param>
/// <param name="DropIndexes">The indexes to drop before the documents change.</param>
/// <param name="CreateIndexes">The indexes to create after the documents have changed.</param>
public sealed record TableWork(
    TableSchema? Before, TableSchema? After, DocumentChanges Changes, IReadOnlyDictionary<string, string> Carried, IReadOnlyList<UniqueWork> MakeUnique,
    IReadOnlyList<IndexSchema> DropIndexes, IReadOnlyList<IndexSchema> CreateIndexes)
{
    /// <summary>Whether the table keeps its documents under another name.</summary>
    public bool IsRenamed => Before is not null && After is not null && Before.Name != After.Name;

    /// <summary>The partitions whose documents go elsewhere, in order: the first that holds decides.</summary>
    public IReadOnlyList<PartitionTable> Leaving { get; init; } = [];

    /// <summary>Whether every document leaves and comes back under another key: by a flow from the table to itself.</summary>
    public bool IsRekeyed { get; init; }
}

/// <summary>What happens to the documents of one table on their way from before to after.</summary>
/// <param name="Fields">What happens to their fields.</param>
/// <param name="Documents">What happens to them as wholes: whole conversions, renamed types, steps of the store.</param>
public sealed record DocumentChanges(IReadOnlyList<FieldChange> Fields, IReadOnlyList<Step> Documents)
{
    /// <summary>Documents stay as they are.</summary>
    public static readonly DocumentChanges None = new([], []);

    /// <summary>Whether documents stay as they are.</summary>
    public bool IsEmpty => Fields.Count == 0 && Documents.Count == 0;
}

/// <summary>What a step does to some fields in each document, or in each array element that has them.</summary>
/// <param name="Step">The step.</param>
/// <param name="Sources">The fields before.</param>
/// <param name="Targets">The fields after.</param>
/// <param name="Scope">The way, by the names before, to the document that all of them lie in: empty for the table's own, else to the elements of an array or the values of a map.</param>
/// <param name="ScopeAfter">The same way by the names after.</param>
public sealed record FieldChange(FieldStep Step, IReadOnlyList<FieldSchema> Sources, IReadOnlyList<FieldSchema> Targets, string Scope, string ScopeAfter)
{
    /// <summary>The table before that the sources refer to and whose documents get other keys or go to other tables; null where none does.</summary>
    public ReferenceWork? Follows { get; init; }
}

/// <summary>A reference that follows.</summary>
/// <param name="Rekey">The new keys; null where keys stay.</param>
/// <param name="TableBefore">The name of the table that was referred to.</param>
/// <param name="TableAfter">The name of the table that has its documents now.</param>
/// <param name="KeepsDangling">Whether a reference to no document stays as it is.</param>
public sealed record ReferenceWork(RekeyWork? Rekey, string TableBefore, string TableAfter, bool KeepsDangling);

/// <summary>Documents of a table before that go into a table after.</summary>
/// <param name="Step">The step: a copy, merge, partition, split, or a rekeying from the table to itself.</param>
/// <param name="From">The table before.</param>
/// <param name="Into">The table after.</param>
/// <param name="Changes">What happens to them on the way.</param>
/// <param name="Carried">The fields whose values stay as they are: their path after to their path before.</param>
public sealed record DocumentFlow(Step Step, TableSchema From, TableSchema Into, DocumentChanges Changes, IReadOnlyDictionary<string, string> Carried)
{
    /// <summary>The partitions of the table before, in order: a document goes where the first that holds says. Empty where all documents go.</summary>
    public IReadOnlyList<PartitionTable> Partitions { get; init; } = [];

    /// <summary>The new keys; null where keys stay.</summary>
    public RekeyWork? Rekey { get; init; }

    /// <summary>Whether only declared fields go along, as in a split.</summary>
    public bool IsDeclaredOnly => Step is SplitTable;
}

/// <summary>A table before whose documents get other keys.</summary>
/// <param name="Step">The step.</param>
/// <param name="From">The table before.</param>
/// <param name="Into">The table after.</param>
/// <param name="Key">Makes the new key from the old record.</param>
public sealed record RekeyWork(Step Step, TableSchema From, TableSchema Into, Func<object, StateBefore, object?> Key);

/// <summary>A text field whose values are made unique.</summary>
public sealed record UniqueWork(MakeUnique Step, FieldSchema Field);

/// <summary>Array elements that become documents.</summary>
public sealed record ExtractWork(ExtractElements Step, TableSchema From, FieldSchema Elements, TableSchema Into);

/// <summary>Derived documents to insert.</summary>
public sealed record InsertWork(InsertDerived Step, TableSchema From, TableSchema Into);
