using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Nested records, by the declared fields alone.</summary>
internal sealed class NestedCodec<TRecord>(FieldType type, RecordCodec record) : ValueCodec<TRecord>(type)
    where TRecord : class
{
    public override bool Fits(BsonValue value) => value is BsonDocument document && record.Fits(document);

    public override TRecord ReadValue(BsonValue value) => value is BsonDocument document ? (TRecord)record.Read(document) : throw Misfit(value);

    public override BsonValue WriteValue(TRecord value) => record.Write(value);
}
