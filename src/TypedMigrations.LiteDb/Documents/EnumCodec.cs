using System.Globalization;
using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Enumerations, stored by name or by number, and read from both.</summary>
internal sealed class EnumCodec<T>(FieldType type) : ScalarCodec<T>(type)
    where T : struct, Enum
{
    private static readonly (long Least, long Most) Range = RangeOf(Enum.GetUnderlyingType(typeof(T)));

    public override BsonValue WriteValue(T value) => Type.Enums == EnumStorage.Number ? WriteNumber(value) : new BsonValue(EnumName.Of(value));

    protected override bool TryRead(BsonValue value, out T read)
    {
        if (value.IsString)
            return Enum.TryParse(value.AsString, out read);

        var fits = StoredNumber.TryWhole(value, out var number) && number >= Range.Least && number <= Range.Most;
        read = fits ? (T)Enum.ToObject(typeof(T), number) : default;
        return fits;
    }

    private static BsonValue WriteNumber(T value)
    {
        var number = ((IConvertible)value).ToDecimal(CultureInfo.InvariantCulture);
        return number is >= int.MinValue and <= int.MaxValue
            ? new BsonValue((int)number)
            : throw new ValueMisfitException("an enumeration's number beyond the range of int, which LiteDB's mapper cannot read; store the enumeration by name");
    }

    private static (long Least, long Most) RangeOf(Type underlying) => System.Type.GetTypeCode(underlying) switch
    {
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.UInt64 => (0, long.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };
}

/// <summary>The text that stands for a member of an enumeration.</summary>
internal static class EnumName
{
    /// <summary>The name, or the number of a value without one; flags as <c>A, B</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var text = value.ToString();

        // A negative number has the sign of the machine's culture, which LiteDB's mapper then fails to read.
        return char.IsLetter(text[0]) || char.IsAsciiDigit(text[0]) || text[0] == '_' ? text : ((IConvertible)value).ToDecimal(null).ToString(CultureInfo.InvariantCulture);
    }
}
