namespace TypedMigrations.Planning;

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

/// <summary>Takes a field out of a document whose copy or other half carries it on.</summary>
public sealed record LeaveField(Field Old, Table Carrier) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [];

    /// <inheritdoc />
    public override bool IsDerived => true;

    /// <inheritdoc />
    public override string Words => $"leave field {Old} to table {Carrier.Name}";
}

/// <summary>Makes a nested record that other steps put values into.</summary>
public sealed record CreateRecord(Field New) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [New];

    /// <inheritdoc />
    public override bool IsDerived => true;

    /// <inheritdoc />
    public override string Words => $"create record {New}";
}

/// <summary>Lets a reference follow documents that get another key or another table.</summary>
/// <param name="Old">The reference before: a key, a list of keys, or a store's own kind of reference.</param>
/// <param name="New">The reference after.</param>
public sealed record FollowReference(Field Old, Field New) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [New];

    /// <inheritdoc />
    public override bool KeepsValues => true;

    /// <inheritdoc />
    public override bool IsDerived => true;

    /// <inheritdoc />
    public override string Words => $"let {Old} follow its documents";
}
