using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Migrating;

/// <summary>What the migration of the module Scattered makes of a document, written over plain documents and without the library.</summary>
internal static class ScatteredModel
{
    public static BsonDocument After(BsonDocument thing)
    {
        var after = new BsonDocument();
        foreach (var (name, value) in thing)
        {
            switch (name.ToLowerInvariant())
            {
                case "name":
                    after["name"] = value;
                    break;
                case "count":
                    after["count"] = after["total"] = value;
                    break;
                case "box":
                    after["crate"] = value.IsDocument ? Crate(value.AsDocument) : value;
                    break;
                case "items":
                    after["entries"] = value.IsArray ? new BsonArray(value.AsArray.Select(item => item.IsDocument ? Entry(item.AsDocument) : item)) : value;
                    break;
                case "tag":
                    after["tags"] = value.IsNull || value.IsArray ? value : new BsonArray(value);
                    break;
                case "codes":
                    after["code"] = value is { IsArray: true, AsArray.Count: 0 } ? BsonValue.Null : value is { IsArray: true, AsArray.Count: 1 } ? value.AsArray[0] : value;
                    break;
                case "place":
                    break;
                default:
                    after[name] = value;
                    break;
            }
        }

        if (thing.TryGetValue("place", out var place))
            Within(after, "crate")["place"] = place;
        return after;
    }

    private static BsonDocument Crate(BsonDocument box)
    {
        var crate = new BsonDocument();
        foreach (var (name, value) in box.Where(pair => pair.Key != "lid"))
            crate[name] = name == "size" && IsInt(value) ? $"{value.AsInt64} cm" : value;
        foreach (var (name, value) in Record(box, "lid"))
            crate[name == "shape" ? "form" : name] = value;
        return crate;
    }

    private static BsonDocument Entry(BsonDocument item)
    {
        var entry = new BsonDocument();
        foreach (var (name, value) in item.Where(pair => pair.Key is not ("note" or "amount")))
            entry[name == "nr" ? "number" : name] = value;
        if (item.TryGetValue("amount", out var amount))
            Within(entry, "info")["amount"] = amount;
        foreach (var (name, value) in Record(item, "note"))
            entry[name] = value;
        return entry;
    }

    private static bool IsInt(BsonValue value) => value.IsInt32 || (value.IsInt64 && value.AsInt64 is >= int.MinValue and <= int.MaxValue);

    private static BsonDocument Record(BsonDocument document, string name) => document.TryGetValue(name, out var value) && value.IsDocument ? value.AsDocument : [];

    private static BsonDocument Within(BsonDocument document, string name)
    {
        if (!document.TryGetValue(name, out var value) || !value.IsDocument)
            document[name] = value = new BsonDocument();
        return value.AsDocument;
    }
}
