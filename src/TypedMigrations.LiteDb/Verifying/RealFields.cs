using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Says what a scan found in the words of the core.</summary>
internal static class RealFields
{
    /// <summary>The fields of documents. What was declared, but never found, is none.</summary>
    /// <param name="container">The scanned documents.</param>
    /// <param name="documents">How many there are.</param>
    public static IEnumerable<RealField> Of(ScanContainer container, long documents) =>
        container.Fields.Where(node => node.Found.Values > 0).Select(node => Of(node, documents - node.Found.Values));

    public static RealField? OfAnyName(ScanContainer? container) => container?.AnyName is { } node ? Of(node, missing: 0) : null;

    private static RealField Of(ScanNode node, long missing) => new()
    {
        Name = node.Name,
        Path = node.Path,
        Found = CountOf(node.Found),
        Missing = missing,
        Nulls = CountOf(node.Types[(int)BsonType.Null]),
        Types = [.. Enum.GetValues<BsonType>().Where(type => type != BsonType.Null && node.Types[(int)type].Values > 0).Select(type => new RealType(WordOf(type), CountOf(node.Types[(int)type])))],
        OtherSpellings = node.OtherSpellings,
        Fields = node.Inside is null ? [] : [.. Of(node.Inside, node.Types[(int)BsonType.Document].Values)],
        AnyName = OfAnyName(node.Inside),
        Elements = node.Elements is null ? null : Of(node.Elements, missing: 0),
    };

    private static RealCount CountOf(in Tally tally) => new(tally.Documents, tally.Values);

    private static string WordOf(BsonType type) => type switch
    {
        BsonType.Int32 => "int",
        BsonType.Int64 => "long",
        BsonType.Boolean => "bool",
        BsonType.Binary => "bytes",
        BsonType.Document => RealType.Record,
        BsonType.Array => RealType.List,
        _ => type.ToString().ToLowerInvariant(),
    };
}
