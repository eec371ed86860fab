using System.Collections.ObjectModel;
using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Codecs and LiteDB's own mapper for the values of one type.</summary>
internal static class Values
{
    public static ValueCodec CodecOf(Type type, EnumStorage enums = EnumStorage.Name) => ValueCodec.Of(FieldType.Of(type, enums), nested: null);

    public static string? WhyRefused(Type type) => ValueCodec.WhyRefused(FieldType.Of(type, EnumStorage.Name));

    /// <summary>Our form, read by LiteDB's mapper as a field of a class.</summary>
    public static T ReadByMapper<T>(BsonValue value) => new BsonMapper().ToObject<Holder<T>>(new BsonDocument { ["Value"] = value }).Value!;

    /// <summary>LiteDB's form, as a field of a class.</summary>
    public static BsonValue WriteByMapper<T>(T value) =>
        new BsonMapper { TrimWhitespace = false, EmptyStringToNull = false }.ToDocument(new Holder<T> { Value = value })["Value"];

    /// <summary>What is on the disk and back.</summary>
    public static BsonValue Stored(BsonValue value) => BsonSerializer.Deserialize(BsonSerializer.Serialize(new BsonDocument { ["Value"] = value }))["Value"];

    public sealed class Holder<T>
    {
        public T? Value { get; set; }
    }
}

/// <summary>A collection that no codec can make.</summary>
public sealed class OddList : Collection<int>;

public enum Color
{
    Red = 1,
    Green = 5,
}

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
}
