using System.Collections;
using System.Globalization;
using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Reads and writes the values of one field type in the stored form that LiteDB's own mapper reads and writes.</summary>
/// <remarks>A value that this form would cut is refused. Null and missing are the caller's business: no codec sees them.</remarks>
internal sealed class ValueCodec
{
    private readonly FieldType _type;
    private readonly Func<BsonValue, object?> _read;
    private readonly Func<object, BsonValue> _write;

    private ValueCodec(FieldType type, Func<BsonValue, object?> read, Func<object, BsonValue> write, Func<BsonValue, bool> fits)
    {
        _type = type;
        _read = read;
        _write = write;
        Fits = fits;
    }

    /// <summary>Whether a stored value, which is not null, is one of the type.</summary>
    public Func<BsonValue, bool> Fits { get; }

    /// <summary>Reads a stored value.</summary>
    /// <exception cref="ValueMisfitException">It is not one of the type.</exception>
    public object? Read(BsonValue value) =>
        Fits(value) ? _read(value) : throw new ValueMisfitException($"{Describe(value)} instead of {_type}");

    /// <summary>Writes a value.</summary>
    /// <exception cref="ValueMisfitException">The stored form would cut it.</exception>
    public BsonValue Write(object value) => _write(value);

    /// <summary>Whether LiteDB can store the type without loss. Null where it can, else why not.</summary>
    public static string? WhyRefused(FieldType type) => type.Kind switch
    {
        ValueKind.Other when type.ClrType != typeof(ObjectId) => $"LiteDB has no stored form for {type.ClrType.Name} that keeps it whole",
        ValueKind.List when !CanMake(type) => $"a list is made as an array, List<T>, IReadOnlyList<T> or HashSet<T>, not as {type.ClrType.Name}",
        ValueKind.Map when !type.ClrType.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(typeof(string), type.Element!.ClrType)) => $"a map is made as a dictionary with text keys, not as {type.ClrType.Name}",
        ValueKind.Map when type.Element!.Kind == ValueKind.Record => "a map of records has no fields to declare",
        ValueKind.List or ValueKind.Map => WhyRefused(type.Element!),
        _ => null,
    };

    /// <summary>The codec of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="nested">The record where the type is one, or a list of one.</param>
    public static ValueCodec Of(FieldType type, RecordShape? nested) => type.Kind switch
    {
        ValueKind.String => new(type, v => v.AsString, v => new BsonValue((string)v), v => v.IsString),
        ValueKind.Bool => new(type, v => v.AsBoolean, v => new BsonValue((bool)v), v => v.IsBoolean),
        ValueKind.Byte => Whole(type, byte.MinValue, byte.MaxValue, v => (byte)v.AsInt64, v => new BsonValue((int)(byte)v)),
        ValueKind.Short => Whole(type, short.MinValue, short.MaxValue, v => (short)v.AsInt64, v => new BsonValue((int)(short)v)),
        ValueKind.UShort => Whole(type, ushort.MinValue, ushort.MaxValue, v => (ushort)v.AsInt64, v => new BsonValue((int)(ushort)v)),
        ValueKind.Int => Whole(type, int.MinValue, int.MaxValue, v => (int)v.AsInt64, v => new BsonValue((int)v)),
        ValueKind.UInt => Whole(type, uint.MinValue, uint.MaxValue, v => (uint)v.AsInt64, v => new BsonValue((long)(uint)v)),
        ValueKind.Long => Whole(type, long.MinValue, long.MaxValue, v => v.AsInt64, v => new BsonValue((long)v)),
        ValueKind.ULong => Whole(type, 0, long.MaxValue, v => (ulong)v.AsInt64, WriteULong),
        ValueKind.Double => new(type, v => v.AsDouble, v => new BsonValue((double)v), v => v.IsDouble || v.IsInt32 || v.IsInt64),
        ValueKind.Decimal => new(type, v => v.AsDecimal, v => new BsonValue((decimal)v), v => v.IsDecimal || v.IsInt32 || v.IsInt64),
        ValueKind.DateTime => new(type, v => v.AsDateTime.ToUniversalTime(), WriteDateTime, v => v.IsDateTime),
        ValueKind.TimeSpan => new(type, v => new TimeSpan(v.AsInt64), v => new BsonValue(((TimeSpan)v).Ticks), v => v.IsInt64 || v.IsInt32),
        ValueKind.Guid => new(type, v => v.AsGuid, v => new BsonValue((Guid)v), v => v.IsGuid),
        ValueKind.Bytes => new(type, v => v.AsBinary, v => new BsonValue((byte[])v), v => v.IsBinary),
        ValueKind.Enum => Enumeration(type),
        ValueKind.List => List(type, nested),
        ValueKind.Map => Map(type),
        ValueKind.Record => Record(type, nested!),
        ValueKind.Untyped => new(type, Untyped.Read, Untyped.Write, _ => true),
        _ => new(type, v => v.AsObjectId, v => new BsonValue((ObjectId)v), v => v.IsObjectId),
    };

    /// <summary>A stored value's type in words, without the value: it may be a secret.</summary>
    public static string Describe(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => "int",
        BsonType.Int64 => "long",
        BsonType.Document => "document",
        _ => value.Type.ToString().ToLowerInvariant(),
    };

    private static ValueCodec Whole(FieldType type, long least, long most, Func<BsonValue, object> read, Func<object, BsonValue> write) =>
        new(type, read, write, v => (v.IsInt32 || v.IsInt64) && v.AsInt64 >= least && v.AsInt64 <= most);

    private static BsonValue WriteULong(object value) => (ulong)value <= long.MaxValue
        ? new BsonValue((long)(ulong)value)
        : throw new ValueMisfitException("a ulong above 9,223,372,036,854,775,807, which LiteDB stores as another number");

    private static BsonValue WriteDateTime(object value)
    {
        var time = (DateTime)value;
        if (time.Kind == DateTimeKind.Unspecified)
            throw new ValueMisfitException("a DateTime of unspecified kind, whose instant depends on the machine's time zone");
        if (time.Ticks % TimeSpan.TicksPerMillisecond != 0)
            throw new ValueMisfitException("a DateTime with parts of a millisecond, which LiteDB cuts off");
        return new BsonValue(time);
    }

    private static ValueCodec Enumeration(FieldType type)
    {
        var asNumber = type.Enums == EnumStorage.Number;
        return new ValueCodec(
            type,
            v => v.IsString ? Enum.Parse(type.ClrType, v.AsString) : Enum.ToObject(type.ClrType, v.AsInt64),
            v => asNumber ? new BsonValue(Convert.ToInt32(v, CultureInfo.InvariantCulture)) : new BsonValue(v.ToString()),
            v => v.IsString ? Enum.TryParse(type.ClrType, v.AsString, out _) : v.IsInt32 || v.IsInt64);
    }

    private static ValueCodec Record(FieldType type, RecordShape shape)
    {
        var codec = new RecordCodec(shape);
        return new ValueCodec(type, v => codec.Read(v.AsDocument), v => codec.Write(v), v => v.IsDocument);
    }

    private static ValueCodec Map(FieldType type)
    {
        var element = Of(type.Element!, nested: null);
        var dictionary = typeof(Dictionary<,>).MakeGenericType(typeof(string), type.Element!.ClrType);
        return new ValueCodec(
            type,
            v =>
            {
                var map = (IDictionary)Activator.CreateInstance(dictionary)!;
                foreach (var (name, value) in v.AsDocument)
                    map[name] = value.IsNull ? null : element.Read(value);
                return map;
            },
            v =>
            {
                var document = new BsonDocument();
                foreach (var item in (IEnumerable)v)
                    AddTo(document, item, element);
                return document;
            },
            v => v.IsDocument && v.AsDocument.Values.All(value => value.IsNull || element.Fits(value)));
    }

    private static void AddTo(BsonDocument document, object item, ValueCodec element)
    {
        // A read-only dictionary enumerates pairs, whatever its values' type is.
        var name = (string)item.GetType().GetProperty("Key")!.GetValue(item)!;
        var value = item.GetType().GetProperty("Value")!.GetValue(item);
        if (!document.TryAdd(name, value is null ? BsonValue.Null : element.Write(value)))
            throw new ValueMisfitException($"a map with keys that differ only by case ({name}), of which LiteDB keeps one");
    }

    private static bool CanMake(FieldType type) => type.ClrType.IsArray
        || type.ClrType.IsAssignableFrom(typeof(List<>).MakeGenericType(type.Element!.ClrType))
        || type.ClrType.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(type.Element.ClrType));

    private static ValueCodec List(FieldType type, RecordShape? nested)
    {
        var element = Of(type.Element!, nested);
        return new ValueCodec(
            type,
            v => MakeList(type, v.AsArray, element),
            v => new BsonArray(((IEnumerable)v).Cast<object?>().Select(item => item is null ? BsonValue.Null : element.Write(item))),
            v => v.IsArray && v.AsArray.All(item => item.IsNull || element.Fits(item)));
    }

    private static object MakeList(FieldType type, BsonArray array, ValueCodec element)
    {
        var elementType = type.Element!.ClrType;
        if (type.ClrType.IsArray)
        {
            var made = Array.CreateInstance(type.ClrType.GetElementType()!, array.Count);
            for (var i = 0; i < array.Count; i++)
                made.SetValue(array[i].IsNull ? null : element.Read(array[i]), i);
            return made;
        }

        var definition = type.ClrType.IsAssignableFrom(typeof(List<>).MakeGenericType(elementType)) ? typeof(List<>) : typeof(HashSet<>);
        var list = Activator.CreateInstance(definition.MakeGenericType(elementType))!;
        var add = list.GetType().GetMethod("Add", [elementType])!;
        foreach (var item in array)
            add.Invoke(list, [item.IsNull ? null : element.Read(item)]);
        return list;
    }
}

/// <summary>A value is not of the declared type, or its stored form would cut it. The message has no value in it.</summary>
internal sealed class ValueMisfitException(string message) : Exception(message);
