using System.Runtime.CompilerServices;
using TypedMigrations.Planning;

namespace TypedMigrations;

/// <summary>Chooses what a step does with values that do not fit: that are not of the declared type, or that its function throws on.</summary>
/// <remarks>Unless one of these is called, such values fail the run, which says how many there are and shows the first keys.</remarks>
/// <typeparam name="TValue">The type of the field that the step writes.</typeparam>
public sealed class Misfits<TValue>
{
    private readonly Action<MisfitRule> _choose;

    internal Misfits(Action<MisfitRule> choose) => _choose = choose;

    /// <summary>Keeps such a value as it is. The report says how many there were.</summary>
    public void KeepMisfits() => _choose(MisfitRule.Keep);

    /// <summary>Converts such a value by a rule.</summary>
    /// <param name="convert">
    /// Makes the new value from the stored one, which comes as text, whole number, fraction, bool, list, map or the store's own
    /// type. Of several fields that go into one it gets a list of the stored values, for a fill the document as a map. Null leaves null, which a required field does not take.
    /// </param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void ConvertMisfits(Func<object?, TValue> convert, [CallerArgumentExpression(nameof(convert))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(convert);
        _choose(MisfitRule.By(value => convert(value), source));
    }
}
