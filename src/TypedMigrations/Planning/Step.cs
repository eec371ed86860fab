namespace TypedMigrations.Planning;

/// <summary>One thing that a migration does, as data: it can be shown, checked and run.</summary>
public abstract record Step
{
    private protected Step()
    {
    }

    /// <summary>The step in words, as plans and reports show it.</summary>
    public abstract string Words { get; }

    /// <summary>Whether the step follows from comparing the constants, so that nobody wrote it.</summary>
    public virtual bool IsDerived => false;

    /// <summary>Whether the step loses data.</summary>
    public virtual bool IsDestructive => false;

    /// <summary>The step in words.</summary>
    public sealed override string ToString() => Words;

    private protected static string Shorten(string source)
    {
        var line = string.Join(' ', source.Split((char[])['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 60 ? line : line[..57] + "...";
    }
}

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

/// <summary>Drops a field with all below it.</summary>
public sealed record DropField(Field Old) : Step
{
    /// <inheritdoc />
    public override string Words => $"drop field {Old}";

    /// <inheritdoc />
    public override bool IsDestructive => true;
}

/// <summary>Renames a field.</summary>
public sealed record RenameField(Field Old, Field Renamed) : Step
{
    /// <inheritdoc />
    public override string Words => $"rename field {Old} to {Renamed.Path}";
}

/// <summary>Converts the values of a field.</summary>
/// <param name="Old">The field before.</param>
/// <param name="Converted">The field after.</param>
/// <param name="Function">Makes the new value; never called with null.</param>
/// <param name="Source">The function as written.</param>
public sealed record ConvertField(Field Old, Field Converted, Func<object, object?> Function, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"convert field {Old}{(Old.Path == Converted.Path ? "" : $" to {Converted.Path}")} by {Shorten(Source)}";
}

/// <summary>Fills a field where it is missing or null.</summary>
/// <param name="Filled">The field after.</param>
/// <param name="From">The table before whose record the function takes, or null where it takes none.</param>
/// <param name="Function">Makes the value; null leaves the field as it is.</param>
/// <param name="Source">The value or function as written.</param>
public sealed record FillField(Field Filled, Table? From, Func<object?, StateBefore, object?> Function, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"fill field {Filled} {(From is null ? "with" : "by")} {Shorten(Source)}";
}

/// <summary>Inserts at most one derived document for each document of a table.</summary>
/// <param name="From">The table before.</param>
/// <param name="Into">The table after.</param>
/// <param name="Function">Makes the record, or null.</param>
/// <param name="Source">The function as written.</param>
public sealed record InsertDerived(Table From, Table Into, Func<object, StateBefore, object?> Function, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"insert into {Into.Name} from {From.Name} by {Shorten(Source)}";
}

/// <summary>Makes the values of a text field unique by renaming all but the first.</summary>
/// <param name="Field">The field after.</param>
/// <param name="Rename">Makes a value from the old one and a number from 2.</param>
/// <param name="Source">The function as written.</param>
public sealed record MakeUnique(Field Field, Func<string, int, string> Rename, string Source) : Step
{
    /// <inheritdoc />
    public override string Words => $"make {Field} unique by {Shorten(Source)}";
}

/// <summary>Creates a table that only this migration's constants declare.</summary>
public sealed record CreateTable(Table New) : Step
{
    /// <inheritdoc />
    public override string Words => $"create table {New.Name}";

    /// <inheritdoc />
    public override bool IsDerived => true;
}

/// <summary>Creates an index that only this migration's constants declare, or declare otherwise.</summary>
public sealed record CreateIndex(Table Table, Schemas.IndexSchema New) : Step
{
    /// <inheritdoc />
    public override string Words => $"create {New} of {Table.Name}";

    /// <inheritdoc />
    public override bool IsDerived => true;
}

/// <summary>Drops an index that this migration's constants no longer declare, or declare otherwise.</summary>
public sealed record DropIndex(Table Table, Schemas.IndexSchema Old) : Step
{
    /// <inheritdoc />
    public override string Words => $"drop {Old} of {Table.Name}";

    /// <inheritdoc />
    public override bool IsDerived => true;
}
