namespace TypedMigrations.Planning;

/// <summary>Drops a field with all below it.</summary>
public sealed record DropField(Field Old) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [];

    /// <inheritdoc />
    public override string Words => $"drop field {Old}";

    /// <inheritdoc />
    public override bool IsDestructive => true;
}

/// <summary>Renames a field within its document.</summary>
public sealed record RenameField(Field Old, Field Renamed) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Renamed];

    /// <inheritdoc />
    public override bool KeepsValues => true;

    /// <inheritdoc />
    public override string Words => $"rename field {Old} to {Place(Old, Renamed)}";
}

/// <summary>Moves a field to another place in the same document, into or out of a nested record.</summary>
public sealed record MoveField(Field Old, Field Moved) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Moved];

    /// <inheritdoc />
    public override bool KeepsValues => true;

    /// <inheritdoc />
    public override string Words => $"move field {Old} to {Place(Old, Moved)}";
}

/// <summary>Copies a field to another place in the same document. The field itself stays.</summary>
public sealed record CopyField(Field Old, Field Copy) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Copy];

    /// <inheritdoc />
    public override bool TakesSources => false;

    /// <inheritdoc />
    public override bool KeepsValues => true;

    /// <inheritdoc />
    public override string Words => $"copy field {Old} to {Place(Old, Copy)}";
}

/// <summary>Moves all that a nested record holds, undeclared fields too, up into the document that holds the record.</summary>
public sealed record HoistRecord(Field Old) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [];

    /// <inheritdoc />
    public override bool KeepsValues => true;

    /// <inheritdoc />
    public override string Words => $"hoist record {Old}";
}

/// <summary>Converts values: of one field, of several into one, or of one into several.</summary>
/// <param name="Verb">What it does, such as <c>convert</c>, <c>combine</c>, <c>split</c> or <c>map</c>.</param>
/// <param name="Sources">The fields before.</param>
/// <param name="Targets">The fields after.</param>
/// <param name="Function">Makes the new values, one for each target, from the old ones, one for each source. Not called where all old values are missing or null.</param>
/// <param name="Source">The function as written.</param>
public sealed record ConvertFields(string Verb, IReadOnlyList<Field> Sources, IReadOnlyList<Field> Targets, Func<object?[], object?[]> Function, string Source) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources { get; } = Sources;

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets { get; } = Targets;

    /// <inheritdoc />
    public override string Words => WithMisfits($"{Verb} field{(Sources.Count > 1 ? "s" : "")} {List(Sources)}{Goal} by {Shorten(Source)}");

    private string Goal => Sources.Count == 1 && Targets.Count == 1 && Place(Sources[0], Targets[0]) == Sources[0].Path ? "" : $" {(Targets.Count + Sources.Count > 2 ? "into" : "to")} {List(Targets.Select(target => Place(Sources[0], target)))}";
}

/// <summary>Puts a value into an array of its own.</summary>
public sealed record WrapField(Field Old, Field Wrapped) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Wrapped];

    /// <inheritdoc />
    public override bool KeepsValues => true;

    /// <inheritdoc />
    public override string Words => $"wrap field {Old} into array {Place(Old, Wrapped)}";
}

/// <summary>Takes the only element out of an array. An array of more elements does not fit.</summary>
public sealed record UnwrapField(Field Old, Field Unwrapped) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Unwrapped];

    /// <inheritdoc />
    public override bool KeepsValues => true;

    /// <inheritdoc />
    public override string Words => WithMisfits($"unwrap array {Old} to {Place(Old, Unwrapped)}");
}

/// <summary>Parses JSON that a text field holds.</summary>
public sealed record ParseJsonField(Field Old, Field Parsed) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Parsed];

    /// <inheritdoc />
    public override string Words => WithMisfits($"parse JSON of {Old}{(Place(Old, Parsed) == Old.Path ? "" : $" to {Place(Old, Parsed)}")}");
}

/// <summary>Writes a field as JSON into a text field.</summary>
public sealed record WriteJsonField(Field Old, Field Written) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Written];

    /// <inheritdoc />
    public override string Words => WithMisfits($"write {Old} as JSON{(Place(Old, Written) == Old.Path ? "" : $" to {Place(Old, Written)}")}");
}

/// <summary>Fills a field where it is missing or null.</summary>
/// <param name="Filled">The field after.</param>
/// <param name="From">The table before whose record the function takes, or null where it takes none.</param>
/// <param name="Function">Makes the value; null leaves the field as it is.</param>
/// <param name="Source">The value or function as written.</param>
public sealed record FillField(Field Filled, Table? From, Func<object?, StateBefore, object?> Function, string Source) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Filled];

    /// <inheritdoc />
    public override string Words => WithMisfits($"fill field {Filled} {(From is null ? "with" : "by")} {Shorten(Source)}");
}

/// <summary>Makes a document of each element of an array, in a table of its own. Elements in are documents out.</summary>
/// <param name="Old">The array or map before.</param>
/// <param name="Into">The table after.</param>
/// <param name="Function">Makes the record from the old record, the element and its place in the array, counted from 0.</param>
/// <param name="Source">The function as written.</param>
public sealed record ExtractElements(Field Old, Table Into, Func<object, object, int, object?> Function, string Source) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [Old];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [];

    /// <inheritdoc />
    public override string Words => $"extract elements of {Old} into table {Into.Name} by {Shorten(Source)}";
}

/// <summary>Makes an array element of each document of a table, in the document that it refers to. Documents in are elements out.</summary>
/// <param name="Reference">The field before that holds the key of the document to go into.</param>
/// <param name="Into">The array after.</param>
/// <param name="Function">Makes the element from the record.</param>
/// <param name="Source">The function as written.</param>
public sealed record EmbedDocuments(Field Reference, Field Into, Func<object, object?> Function, string Source) : FieldStep
{
    /// <inheritdoc />
    public override IReadOnlyList<Field> Sources => [];

    /// <inheritdoc />
    public override IReadOnlyList<Field> Targets => [Into];

    /// <inheritdoc />
    public override string Words => $"embed table {Reference.Table.Name} into array {Into} by {Shorten(Source)}";
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
