using System.Numerics;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>Values without parts: plain ones mostly, and the ends of their ranges.</summary>
internal static class ScalarValues
{
    private static readonly Dictionary<ValueKind, ValueMaker> Makers = new()
    {
        [ValueKind.Bool] = draw => draw.Below(2) == 1,
        [ValueKind.Char] = draw => TextValues.Letter(draw),
        [ValueKind.Byte] = Whole<byte>(),
        [ValueKind.SByte] = Whole<sbyte>(),
        [ValueKind.Short] = Whole<short>(),
        [ValueKind.UShort] = Whole<ushort>(),
        [ValueKind.Int] = Whole<int>(),
        [ValueKind.UInt] = Whole<uint>(),
        [ValueKind.Long] = Whole<long>(),
        [ValueKind.ULong] = Whole<ulong>(),
        [ValueKind.Float] = Fraction<float>(),
        [ValueKind.Double] = Fraction<double>(),
        [ValueKind.Decimal] = Decimal(),
        [ValueKind.DateTime] = draw => TimeValues.Instant(draw),
        [ValueKind.DateTimeOffset] = draw => new DateTimeOffset(TimeValues.Instant(draw)),
        [ValueKind.DateOnly] = draw => TimeValues.Day(draw),
        [ValueKind.TimeOnly] = draw => TimeValues.TimeOfDay(draw),
        [ValueKind.TimeSpan] = draw => TimeValues.Span(draw),
        [ValueKind.Guid] = Guids(),
        [ValueKind.Uri] = draw => Address(draw),
    };

    private static readonly string[] OddAddresses =
        ["http://a/", "mailto:ann@example.org", "file:///tmp/a%20b", "https://\u00fc.example:8443/\u65e5?q=\u00fc b#part", "urn:isbn:0451450523", "https://example.org/?a=1&a=2", "HTTPS://EXAMPLE.ORG/A"];

    /// <summary>The maker of a kind without parts, text and bytes apart; null for the others.</summary>
    public static ValueMaker? TryFind(ValueKind kind) => Makers.GetValueOrDefault(kind);

    public static byte[] Bytes(Draw draw, int most) => draw.IsOdd() ? draw.OneOf<byte[]>([[], [0], [255], new byte[most], draw.Bytes(Math.Min(most, 40))]) : draw.Bytes(draw.Small(3));

    /// <summary>The members of an enumeration, and combinations of them where they are flags.</summary>
    /// <remarks>LiteDB's mapper reads no number beyond the range of <c>int</c>.</remarks>
    public static ValueMaker Members(FieldType type)
    {
        var members = Enum.GetValues(type.ClrType).Cast<object>()
            .Where(member => type.Enums == EnumStorage.Name || Convert.ToDecimal(member, null) is >= int.MinValue and <= int.MaxValue).ToArray();
        if (members.Length == 0)
            return _ => Activator.CreateInstance(type.ClrType)!;
        if (!type.ClrType.IsDefined(typeof(FlagsAttribute), inherit: false) || Enum.GetUnderlyingType(type.ClrType) == typeof(ulong))
            return draw => draw.OneOf(members);

        return draw => draw.IsOdd() ? Enum.ToObject(type.ClrType, Convert.ToInt64(draw.OneOf(members), null) | Convert.ToInt64(draw.OneOf(members), null)) : draw.OneOf(members);
    }

    private static ValueMaker Whole<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        long[] edges = [0, 1, -1, byte.MaxValue, short.MaxValue, short.MaxValue + 1L, int.MaxValue, int.MaxValue + 1L, int.MinValue, uint.MaxValue, (1L << 53) + 1, 1_600_000_000, 1_600_000_000_000];
        var odd = edges.Where(edge => edge >= long.CreateSaturating(T.MinValue) && edge <= long.CreateSaturating(T.MaxValue)).Select(T.CreateTruncating)
            .Concat([T.MinValue, T.MaxValue, T.MaxValue - T.One, T.MinValue + T.One]).Distinct().ToArray();
        var bits = Math.Min(20, int.CreateTruncating(T.PopCount(T.MaxValue)) - 1);
        return draw => draw.IsOdd() ? draw.OneOf(odd) : T.CreateTruncating(draw.Small(bits));
    }

    private static ValueMaker Fraction<T>()
        where T : struct, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] odd = [T.Zero, T.NegativeZero, T.NegativeOne, T.One / T.CreateChecked(3), T.CreateChecked(0.1), T.Epsilon, T.MaxValue, T.MinValue, T.NaN, T.PositiveInfinity, T.NegativeInfinity];
        return draw => draw.IsOdd() ? draw.OneOf(odd) : T.CreateChecked(draw.Small(10)) / T.CreateChecked(4);
    }

    private static ValueMaker Decimal()
    {
        decimal[] odd = [0m, 0.000m, -1m, 1.10m, 0.1m, 1e-28m, decimal.MaxValue, decimal.MinValue, 9223372036854775808m, 1m / 3];
        return draw => draw.IsOdd() ? draw.OneOf(odd) : draw.Small(14) / 100m;
    }

    private static ValueMaker Guids()
    {
        Guid[] odd = [Guid.Empty, Guid.AllBitsSet, new("00000000-0000-0000-0000-000000000001"), new("01000000-0000-0000-0000-000000000000")];
        return draw => draw.IsOdd() ? draw.OneOf(odd) : new Guid(draw.Bytes(16));
    }

    private static Uri Address(Draw draw) => new(draw.IsOdd() ? draw.OneOf(OddAddresses) : $"https://example.org/{(char)('a' + draw.Below(26))}");
}
