namespace TypedMigrations.Planning;

/// <summary>Drops a table with its documents.</summary>
public sealed record DropTable(Table Old) : Step
{
    /// <inheritdoc />
    public override string Words => $"drop table {Old.Name}";

    /// <inheritdoc />
    public override bool IsDestructive => true;
}

/// <summary>Renames a table.</summary>
public sealed record RenameTable(Table Old, Table Renamed) : Step
{
    /// <inheritdoc />
    public override string Words => $"rename table {Old.Name} to {Renamed.Name}";
}

/// <summary>Puts a copy of each document into another table.</summary>
public sealed record CopyTable(Table Old, Table Into) : Step
{
    /// <inheritdoc />
    public override string Words => $"copy table {Old.Name} to {Into.Name}";
}

/// <summary>Moves all documents of a table into another one.</summary>
/// <param name="Old">The table before, which is gone afterwards.</param>
/// <param name="Into">The table after.</param>
/// <param name="Key">Makes a document's new key from its old record, or null where keys stay.</param>
/// <param name="Source">The function as written; empty where keys stay.</param>
public sealed record MergeTable(Table Old, Table Into, Func<object, object?>? Key, string Source) : Step
{
    /// <summary>Whether a reference to no document stays as it is; otherwise it fails the run.</summary>
    public bool KeepsDangling { get; init; }

    /// <inheritdoc />
    public override string Words => $"merge table {Old.Name} into {Into.Name}{(Key is null ? "" : $", keys by {Shorten(Source)}")}{(KeepsDangling ? ", dangling references kept" : "")}";
}

/// <summary>Moves the documents of a table for which a rule holds into another one. The others stay.</summary>
public sealed record PartitionTable(Table Old, Table Into, Func<object, StateBefore, bool> Where, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"partition table {Old.Name}: into {Into.Name} where {Shorten(Source)}";
}

/// <summary>Splits each document in two: the fields that the other table declares go there, under the same key.</summary>
public sealed record SplitTable(Table Old, Table Into) : Step
{
    /// <inheritdoc />
    public override string Words => $"split table {Old.Name}: what {Into.Name} declares goes there";
}

/// <summary>Converts each document as a whole. Undeclared content stays.</summary>
/// <param name="Old">The table before.</param>
/// <param name="Converted">The table after.</param>
/// <param name="Function">Makes the new record from the old one.</param>
/// <param name="Source">The function as written.</param>
public sealed record ConvertTable(Table Old, Table Converted, Func<object, StateBefore, object?> Function, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"convert table {Old.Name}{(Old.Name == Converted.Name ? "" : $" to {Converted.Name}")} by {Shorten(Source)}";
}

/// <summary>Gives each document another key. Declared references follow.</summary>
/// <param name="Old">The key before.</param>
/// <param name="Rekeyed">The key after.</param>
/// <param name="Function">Makes the new key from the old record.</param>
/// <param name="Source">The function as written.</param>
public sealed record RekeyTable(Field Old, Field Rekeyed, Func<object, StateBefore, object?> Function, string Source) : Step
{
    /// <summary>Whether a reference to no document stays as it is; otherwise it fails the run.</summary>
    public bool KeepsDangling { get; init; }

    /// <inheritdoc />
    public override string Words => $"rekey table {Old.Table.Name} by {Shorten(Source)}{(KeepsDangling ? ", dangling references kept" : "")}";
}

/// <summary>Removes all but one of the documents that share the values of some fields.</summary>
/// <param name="Fields">The fields before, of one table.</param>
/// <param name="Keep">Says which of two records stays: the first or the second. Null keeps the first in key order.</param>
/// <param name="Source">The rule as written.</param>
public sealed record RemoveDuplicates(IReadOnlyList<Field> Fields, Func<object, object, object>? Keep, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"remove duplicates by {List(Fields)}, keep {(Keep is null ? "the first" : $"by {Shorten(Source)}")}";

    /// <inheritdoc />
    public override bool IsDestructive => true;
}

/// <summary>Renames a type discriminator, <c>_type</c>, in the documents of a table and all that is nested in them.</summary>
public sealed record RenameType(Table Old, string From, string To) : Step
{
    /// <inheritdoc />
    public override string Words => $"rename type '{From}' to '{To}' in {Old.Name}";
}

/// <summary>Inserts derived documents for each document of a table.</summary>
/// <param name="From">The table before.</param>
/// <param name="Into">The table after.</param>
/// <param name="Function">Makes the records; none of them is null.</param>
/// <param name="Source">The function as written.</param>
public sealed record InsertDerived(Table From, Table Into, Func<object, StateBefore, IEnumerable<object>> Function, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"insert into {Into.Name} from {From.Name} by {Shorten(Source)}";
}
