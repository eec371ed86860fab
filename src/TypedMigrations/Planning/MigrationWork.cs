using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>What a migration makes of each table: every difference between two frozen schemas, accounted for.</summary>
public sealed class MigrationWork
{
    internal MigrationWork(MigrationDefinition definition, IReadOnlyList<TableWork> tables, IReadOnlyList<InsertWork> inserts, IReadOnlyList<Step> steps)
    {
        Definition = definition;
        Tables = tables;
        Inserts = inserts;
        Steps = steps;
    }

    /// <summary>The migration.</summary>
    public MigrationDefinition Definition { get; }

    /// <summary>The tables that were there before or are there after, by their name after.</summary>
    public IReadOnlyList<TableWork> Tables { get; }

    /// <summary>The derived documents.</summary>
    public IReadOnlyList<InsertWork> Inserts { get; }

    /// <summary>All steps for people to read: the author's first, then the derived ones.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>Whether a function of the author's takes the state before, so that it must stay readable during the migration.</summary>
    public bool LooksUpStateBefore => Inserts.Count > 0 || Tables.Any(table => table.Changes.Any(change => change.Step is FillField { From: not null }));
}

/// <summary>What happens to one table.</summary>
/// <param name="Before">The table before; null for a new one.</param>
/// <param name="After">The table after; null for a dropped one.</param>
/// <param name="Changes">What happens to the fields of its documents.</param>
/// <param name="Carried">The fields whose values stay as they are: their path after to their path before. Empty for a new or dropped table.</param>
/// <param name="MakeUnique">The fields whose values are made unique after the changes and inserts.</param>
/// <param name="DropIndexes">The indexes to drop before the documents change.</param>
/// <param name="CreateIndexes">The indexes to create after the documents have changed.</param>
public sealed record TableWork(
    TableSchema? Before, TableSchema? After, IReadOnlyList<FieldChange> Changes, IReadOnlyDictionary<string, string> Carried, IReadOnlyList<UniqueWork> MakeUnique,
    IReadOnlyList<IndexSchema> DropIndexes, IReadOnlyList<IndexSchema> CreateIndexes)
{
    /// <summary>Whether the table keeps its documents under another name.</summary>
    public bool IsRenamed => Before is not null && After is not null && Before.Name != After.Name;
}

/// <summary>What happens to one field in each document, or in each nested document that has it.</summary>
/// <param name="Step">The step: a drop, rename, conversion or fill.</param>
/// <param name="Old">The field before; null for a fill.</param>
/// <param name="New">The field after; null for a drop.</param>
/// <param name="ContainerPath">The way to the document that holds it, by the names before: empty, <c>home</c> or <c>phones[]</c>.</param>
public sealed record FieldChange(Step Step, FieldSchema? Old, FieldSchema? New, string ContainerPath);

/// <summary>A text field whose values are made unique.</summary>
public sealed record UniqueWork(MakeUnique Step, FieldSchema Field);

/// <summary>Derived documents to insert.</summary>
public sealed record InsertWork(InsertDerived Step, TableSchema From, TableSchema Into);
