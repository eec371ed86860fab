using System.Globalization;
using System.Numerics;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Finds whole numbers that a conversion let overflow without a sound.</summary>
/// <remarks>
/// A conversion that is linear for small numbers, as a change of unit or a cast is, should be so for all. Where a result differs from
/// that by a whole multiple of what the type can hold, it wrapped around.
/// </remarks>
internal sealed class Wraparound
{
    private static readonly Dictionary<ValueKind, int> Bits = new()
    {
        [ValueKind.SByte] = 8, [ValueKind.Byte] = 8, [ValueKind.Short] = 16, [ValueKind.UShort] = 16, [ValueKind.Int] = 32, [ValueKind.UInt] = 32, [ValueKind.Long] = 64, [ValueKind.ULong] = 64,
    };

    private readonly BigInteger _atZero;
    private readonly BigInteger _slope;

    private Wraparound(string target, BigInteger atZero, BigInteger slope)
    {
        Target = target;
        (_atZero, _slope) = (atZero, slope);
    }

    /// <summary>The way to the new value.</summary>
    public string Target { get; }

    /// <summary>Looks at a conversion of one whole number into another; null where it is none, or not linear.</summary>
    public static Wraparound? Of(ConvertFields step, TableSchema before, TableSchema after)
    {
        if (step is not { Sources: [var source], Targets: [var target] } || before.TryFind(source) is not { } old || after.TryFind(target) is not { } now
            || !Bits.ContainsKey(old.Type.Kind) || !Bits.ContainsKey(now.Type.Kind))
            return null;

        if (At(step, old, 0) is not { } zero || At(step, old, 1) is not { } one)
            return null;
        var isLinear = new[] { 2, 3, 10, 100 }.All(probe => At(step, old, probe) is { } found && found == zero + (probe * (one - zero)));
        return isLinear && one != zero ? new Wraparound(now.Path, zero, one - zero) : null;
    }

    /// <summary>What a value should have become, where it wrapped around; else null.</summary>
    public BigInteger? Expected(object? before, object? after)
    {
        if (before is not (int or long) || after is not (int or long))
            return null;

        var expected = _atZero + (Whole(before) * _slope);
        var missed = expected - Whole(after);
        return !missed.IsZero && Bits.Values.Distinct().Any(bits => (missed % (BigInteger.One << bits)).IsZero) ? expected : null;
    }

    private static BigInteger? At(ConvertFields step, FieldSchema old, int probe)
    {
        try
        {
            return step.Function([Convert.ChangeType(probe, old.Type.ClrType, CultureInfo.InvariantCulture)])[0] is { } made ? Whole(made) : null;
        }
        catch (Exception)
        {
            // The author's function refuses the probe: then nothing is known of it.
            return null;
        }
    }

    private static BigInteger Whole(object value) => value is ulong large ? large : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
