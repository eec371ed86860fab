using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Values that LiteDB has a stored type of its own for, and reads from no other.</summary>
internal sealed class PlainCodec<T>(FieldType type, BsonType stored, Func<T, BsonValue> write) : ScalarCodec<T>(type)
{
    public override BsonValue WriteValue(T value) => write(value);

    protected override bool TryRead(BsonValue value, out T read)
    {
        var fits = value.Type == stored;
        read = fits ? (T)value.RawValue : default!;
        return fits;
    }
}

/// <summary>LiteDB's own documents, arrays and values of any type, as they are.</summary>
internal sealed class BsonCodec<T>(FieldType type) : ScalarCodec<T>(type)
    where T : BsonValue
{
    public override BsonValue WriteValue(T value) => value;

    protected override bool TryRead(BsonValue value, out T read)
    {
        read = (value as T)!;
        return read is not null;
    }
}

/// <summary>What a collection holds where its element may be null: the collection itself reads and writes the nulls.</summary>
internal sealed class NullableCodec<T>(FieldType type, ValueCodec<T> codec) : ValueCodec<T?>(type)
    where T : struct
{
    public override bool Fits(BsonValue value) => codec.Fits(value);

    public override T? ReadValue(BsonValue value) => codec.ReadValue(value);

    public override BsonValue WriteValue(T? value) => codec.WriteValue(value!.Value);
}

/// <summary>Values whose type no constant declares.</summary>
internal sealed class UntypedCodec(FieldType type) : ValueCodec<object>(type)
{
    public override bool Fits(BsonValue value) => true;

    public override object ReadValue(BsonValue value) => Untyped.Read(value)!;

    public override BsonValue WriteValue(object value) => Untyped.Write(value);
}
