using System.Numerics;
using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Whole numbers of up to 64 bits. Each is read from every stored number that has exactly the same value.</summary>
internal sealed class WholeCodec<T>(FieldType type, Func<T, BsonValue> write) : ScalarCodec<T>(type)
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly long _least = long.CreateSaturating(T.MinValue);
    private readonly long _most = long.CreateSaturating(T.MaxValue);

    public override BsonValue WriteValue(T value) => write(value);

    protected override bool TryRead(BsonValue value, out T read)
    {
        var fits = StoredNumber.TryWhole(value, out var number) && number >= _least && number <= _most;
        read = T.CreateTruncating(number);
        return fits;
    }
}

/// <summary>Whole numbers of 64 bits without sign, stored as the long of the same bits: those above its highest value as negative ones.</summary>
internal sealed class ULongCodec(FieldType type) : ScalarCodec<ulong>(type)
{
    public override BsonValue WriteValue(ulong value) => new(unchecked((long)value));

    protected override bool TryRead(BsonValue value, out ulong read)
    {
        var fits = StoredNumber.TryWhole(value, out var number) && (number >= 0 || value.IsInt64);
        read = unchecked((ulong)number);
        return fits;
    }
}

/// <summary>Binary fractions of 32 bits, stored as those of 64 bits.</summary>
internal sealed class FloatCodec(FieldType type) : ScalarCodec<float>(type)
{
    public override BsonValue WriteValue(float value) => new((double)value);

    protected override bool TryRead(BsonValue value, out float read)
    {
        var fits = StoredNumber.TryDouble(value, out var number);
        read = (float)number;
        return fits && (read == number || double.IsNaN(number));
    }
}

/// <summary>Binary fractions of 64 bits.</summary>
internal sealed class DoubleCodec(FieldType type) : ScalarCodec<double>(type)
{
    public override BsonValue WriteValue(double value) => new(value);

    protected override bool TryRead(BsonValue value, out double read) => StoredNumber.TryDouble(value, out read);
}

/// <summary>Decimal fractions, with their scale.</summary>
internal sealed class DecimalCodec(FieldType type) : ScalarCodec<decimal>(type)
{
    public override BsonValue WriteValue(decimal value) => new(value);

    protected override bool TryRead(BsonValue value, out decimal read)
    {
        if (value.IsDecimal)
        {
            read = (decimal)value.RawValue;
            return true;
        }

        var fits = StoredNumber.TryWhole(value, out var number);
        read = number;
        return fits;
    }
}

/// <summary>Numbers as they are stored, read as another kind of number where the value is exactly the same.</summary>
internal static class StoredNumber
{
    public static bool TryWhole(BsonValue value, out long number)
    {
        switch (value.Type)
        {
            case BsonType.Int32:
                number = (int)value.RawValue;
                return true;
            case BsonType.Int64:
                number = (long)value.RawValue;
                return true;
            case BsonType.Double:
                var real = (double)value.RawValue;
                var isWhole = real >= long.MinValue && real < -(double)long.MinValue && Math.Truncate(real) == real;
                number = isWhole ? (long)real : 0;
                return isWhole;
            case BsonType.Decimal:
                var exact = (decimal)value.RawValue;
                isWhole = exact >= long.MinValue && exact <= long.MaxValue && decimal.Truncate(exact) == exact;
                number = isWhole ? (long)exact : 0;
                return isWhole;
            default:
                number = 0;
                return false;
        }
    }

    public static bool TryDouble(BsonValue value, out double number)
    {
        if (value.IsDouble)
        {
            number = (double)value.RawValue;
            return true;
        }

        var isWhole = TryWhole(value, out var whole);
        number = whole;
        return isWhole && (Int128)number == whole;
    }
}
