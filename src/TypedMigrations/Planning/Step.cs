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

    private protected static string List(IEnumerable<object> items) => string.Join(", ", items);
}

/// <summary>A step on fields of one document: it takes values from some and puts values into others.</summary>
public abstract record FieldStep : Step
{
    private protected FieldStep()
    {
    }

    /// <summary>The fields of the migration before whose values it reads.</summary>
    public abstract IReadOnlyList<Field> Sources { get; }

    /// <summary>The fields of this migration that it writes.</summary>
    public abstract IReadOnlyList<Field> Targets { get; }

    /// <summary>Whether the sources are gone afterwards.</summary>
    public virtual bool TakesSources => true;

    /// <summary>Whether values pass as they are, without being read.</summary>
    public virtual bool KeepsValues => false;

    /// <summary>What happens to values that do not fit.</summary>
    public MisfitRule Misfits { get; init; } = MisfitRule.Fail;

    /// <summary>Where a value goes: with the table's name where that is another one.</summary>
    private protected static string Place(Field old, Field @new) => old.Table.Name == @new.Table.Name ? @new.Path : @new.ToString();

    /// <summary>The words of a step that lets the author choose what happens to values that do not fit.</summary>
    private protected string WithMisfits(string words) => words + (Misfits.Source is { } source ? $", misfits by {Shorten(source)}" : Misfits.IsKept ? ", misfits kept" : "");
}

/// <summary>A step that a store brings along, because only it knows how.</summary>
/// <param name="Reason">Why nothing else would do, in words.</param>
public abstract record StoreStep(string Reason) : Step;

/// <summary>A step of a store on the fields of one table's documents.</summary>
/// <param name="Reason">Why nothing else would do, in words.</param>
/// <param name="Table">The table of the migration before whose documents it changes.</param>
/// <param name="Removes">The fields of the migration before that it makes an end of.</param>
/// <param name="Writes">The fields of this migration that it gives values to.</param>
public abstract record StoreDocumentStep(string Reason, Table Table, IReadOnlyList<Field> Removes, IReadOnlyList<Field> Writes) : StoreStep(Reason);

/// <summary>What happens to documents whose values do not fit a step.</summary>
public sealed class MisfitRule
{
    /// <summary>The run fails and says how many there are, with the first keys. The default.</summary>
    public static readonly MisfitRule Fail = new(isKept: false, convert: null, source: null);

    /// <summary>The value stays as it is.</summary>
    public static readonly MisfitRule Keep = new(isKept: true, convert: null, source: null);

    private MisfitRule(bool isKept, Func<object?, object?>? convert, string? source)
    {
        IsKept = isKept;
        Convert = convert;
        Source = source;
    }

    /// <summary>Whether a value that does not fit stays as it is.</summary>
    public bool IsKept { get; }

    /// <summary>Makes the new value from one that does not fit: text, whole number, fraction, bool, list or map. Null where there is no such rule.</summary>
    public Func<object?, object?>? Convert { get; }

    internal string? Source { get; }

    internal static MisfitRule By(Func<object?, object?> convert, string source) => new(isKept: false, convert, source);
}
