using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Lets stored references follow their documents to other keys and other tables: keys, lists of keys, and LiteDB's own <c>{ $id, $ref }</c>.</summary>
internal sealed class ReferenceFollowing(ReferenceWork follows, KeyMaps keys, Action keptDangling)
{
    private readonly KeyMap? _keys = follows.Rekey is null ? null : keys[follows.Rekey];

    public BsonValue Follow(BsonValue value)
    {
        if (value.IsNull)
            return value;
        if (value.IsArray)
            return new BsonArray(value.AsArray.Select(Follow));
        if (value.IsDocument)
            return value.AsDocument.ContainsKey("$id") ? FollowDbRef(value.AsDocument) : throw new ValueMisfitException("a document without $id instead of a reference");
        return KeyOf(value);
    }

    /// <summary>Whether nothing followed. A number of another type is another value, though LiteDB takes the two for equal.</summary>
    public static bool IsSame(BsonValue left, BsonValue right) => ReferenceEquals(left, right) || (left.Type == right.Type && (left.Type, right) switch
    {
        (BsonType.Array, BsonArray array) => left.AsArray.Zip(array, IsSame).All(same => same),
        (BsonType.Document, BsonDocument document) => left.AsDocument.All(pair => IsSame(pair.Value, document[pair.Key])),
        _ => left == right,
    });

    /// <summary>LiteDB keeps a reference as a document, which may hold more than we know.</summary>
    private BsonDocument FollowDbRef(BsonDocument old)
    {
        // A reference into a table that another field's constant names is none of ours.
        if (old.TryGetValue("$ref", out var table) && table.IsString && !table.AsString.Equals(follows.TableBefore, StringComparison.OrdinalIgnoreCase))
            return old;

        var followed = new BsonDocument();
        foreach (var (name, value) in old)
        {
            followed[name] = name switch
            {
                "$id" => KeyOf(value),
                "$ref" => follows.TableAfter,
                _ => value,
            };
        }

        return followed;
    }

    private static string KeepLine(RekeyWork rekey) => rekey.Step is MergeTable
        ? $"up.Merge(Old.{rekey.From.Constant}, …).KeepDangling();"
        : $"up.Rekey(Old.{rekey.From.Key.Constant}, …).KeepDangling();";

    private BsonValue KeyOf(BsonValue old)
    {
        if (_keys is null)
            return old;
        if (_keys.TryFind(old) is { } followed)
            return followed;
        if (!follows.KeepsDangling)
            throw new DanglingReferenceException(follows.TableBefore, KeepLine(follows.Rekey!));
        keptDangling();
        return old;
    }
}
