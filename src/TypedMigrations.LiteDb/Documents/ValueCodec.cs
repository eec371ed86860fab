using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Reads and writes the values of one field type in the stored form that LiteDB's own mapper reads and writes.</summary>
/// <remarks>
/// A value that this form would cut is refused. Null and missing are the caller's business: no codec sees them.
/// docs/types.md has the forms.
/// </remarks>
internal abstract class ValueCodec(FieldType type)
{
    public FieldType Type => type;

    /// <summary>Whether a stored value, which is not null, is one of the type: exactly then <see cref="Read"/> takes it.</summary>
    public abstract bool Fits(BsonValue value);

    /// <summary>Reads a stored value, which is not null.</summary>
    /// <exception cref="ValueMisfitException">It is not one of the type.</exception>
    public abstract object Read(BsonValue value);

    /// <summary>Writes a value.</summary>
    /// <exception cref="ValueMisfitException">The stored form would cut it.</exception>
    public abstract BsonValue Write(object value);

    /// <summary>Whether LiteDB can store the type without loss. Null where it can, else why not and what to declare instead.</summary>
    public static string? WhyRefused(FieldType type) => StorableTypes.WhyRefused(type);

    /// <summary>The codec of a type. Made once for a field, then used for every document.</summary>
    /// <param name="type">The type.</param>
    /// <param name="nested">The record where the type is one, or a list or map of one.</param>
    public static ValueCodec Of(FieldType type, RecordShape? nested) => type.Kind switch
    {
        ValueKind.String => new StringCodec(type),
        ValueKind.Char => new CharCodec(type),
        ValueKind.Uri => new UriCodec(type),
        ValueKind.Bool => new PlainCodec<bool>(type, BsonType.Boolean, value => new BsonValue(value)),
        ValueKind.Guid => new PlainCodec<Guid>(type, BsonType.Guid, value => new BsonValue(value)),
        ValueKind.Bytes => new PlainCodec<byte[]>(type, BsonType.Binary, value => new BsonValue(value)),
        ValueKind.Byte => new WholeCodec<byte>(type, value => new BsonValue((int)value)),
        ValueKind.SByte => new WholeCodec<sbyte>(type, value => new BsonValue((int)value)),
        ValueKind.Short => new WholeCodec<short>(type, value => new BsonValue((int)value)),
        ValueKind.UShort => new WholeCodec<ushort>(type, value => new BsonValue((int)value)),
        ValueKind.Int => new WholeCodec<int>(type, value => new BsonValue(value)),
        ValueKind.UInt => new WholeCodec<uint>(type, value => new BsonValue((long)value)),
        ValueKind.Long => new WholeCodec<long>(type, value => new BsonValue(value)),
        ValueKind.ULong => new ULongCodec(type),
        ValueKind.Float => new FloatCodec(type),
        ValueKind.Double => new DoubleCodec(type),
        ValueKind.Decimal => new DecimalCodec(type),
        ValueKind.DateTime => new DateTimeCodec(type),
        ValueKind.DateTimeOffset => new DateTimeOffsetCodec(type),
        ValueKind.DateOnly => new DateOnlyCodec(type),
        ValueKind.TimeSpan => new TimeSpanCodec(type),
        ValueKind.Enum => Make(typeof(EnumCodec<>), [type.ClrType], type),
        ValueKind.Untyped => new UntypedCodec(type),
        ValueKind.Record => Make(typeof(NestedCodec<>), [type.ClrType], type, new RecordCodec(nested!)),
        _ when StorableTypes.IsLiteDbs(type.ClrType) => OfLiteDb(type),
        ValueKind.List => OfList(type, nested),
        ValueKind.Map => OfMap(type, nested),
        _ => throw new ArgumentException(WhyRefused(type) ?? $"{type} has no codec", nameof(type)),
    };

    /// <summary>A stored value's type in words, without the value: it may be a secret.</summary>
    public static string Describe(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => "int",
        BsonType.Int64 => "long",
        BsonType.Document => "document",
        _ => value.Type.ToString().ToLowerInvariant(),
    };

    protected ValueMisfitException Misfit(BsonValue value) => Misfit(value, type);

    protected static ValueMisfitException Misfit(BsonValue value, FieldType type) => new($"{Describe(value)} instead of {type}");

    private static ValueCodec OfLiteDb(FieldType type) => type.ClrType switch
    {
        var clrType when clrType == typeof(ObjectId) => new PlainCodec<ObjectId>(type, BsonType.ObjectId, value => new BsonValue(value)),
        var clrType when clrType == typeof(BsonValue) => new BsonCodec<BsonValue>(type),
        var clrType when clrType == typeof(BsonDocument) => new BsonCodec<BsonDocument>(type),
        var clrType when clrType == typeof(BsonArray) => new BsonCodec<BsonArray>(type),
        var clrType => Make(typeof(DbRefCodec<>), clrType.GetGenericArguments(), type, Of(StorableTypes.KeyOfDbRef(type), nested: null)),
    };

    private static ValueCodec OfList(FieldType type, RecordShape? nested)
    {
        var element = StorableTypes.ElementOf(type.ClrType);
        return Make(typeof(ListCodec<,>), [type.ClrType, element], type, OfPart(type.Element!, element, nested));
    }

    private static ValueCodec OfMap(FieldType type, RecordShape? nested)
    {
        var (key, value) = StorableTypes.PairOf(type.ClrType);
        return Make(typeof(MapCodec<,,>), [type.ClrType, key, value], type, MapKey.Of(type.Key!), OfPart(type.Element!, value, nested));
    }

    /// <summary>The codec of what a collection holds, whose type may be a <c>Nullable</c>.</summary>
    private static ValueCodec OfPart(FieldType type, Type declared, RecordShape? nested)
    {
        var codec = Of(type, nested);
        return Nullable.GetUnderlyingType(declared) is { } plain ? Make(typeof(NullableCodec<>), [plain], type, codec) : codec;
    }

    private static ValueCodec Make(Type definition, Type[] arguments, params object[] values) =>
        (ValueCodec)Activator.CreateInstance(definition.MakeGenericType(arguments), values)!;
}

/// <summary>A codec that knows its type when it is compiled, so that the elements of a collection are neither boxed nor reflected upon.</summary>
internal abstract class ValueCodec<T>(FieldType type) : ValueCodec(type)
{
    public sealed override object Read(BsonValue value) => ReadValue(value)!;

    public sealed override BsonValue Write(object value) => WriteValue((T)value);

    /// <inheritdoc cref="ValueCodec.Read"/>
    public abstract T ReadValue(BsonValue value);

    /// <inheritdoc cref="ValueCodec.Write"/>
    public abstract BsonValue WriteValue(T value);
}

/// <summary>A codec of values that have no parts: what fits and what is read is one question.</summary>
internal abstract class ScalarCodec<T>(FieldType type) : ValueCodec<T>(type)
{
    public sealed override bool Fits(BsonValue value) => TryRead(value, out _);

    public sealed override T ReadValue(BsonValue value) => TryRead(value, out var read) ? read : throw Misfit(value);

    protected abstract bool TryRead(BsonValue value, out T read);
}
