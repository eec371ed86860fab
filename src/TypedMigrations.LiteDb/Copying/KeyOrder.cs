using LiteDB;
using LiteDB.Engine;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>The order in which a database itself has its keys: by its collation.</summary>
internal static class KeyOrder
{
    public static IComparer<BsonValue> Of(LiteEngine engine) => Of(new Collation(engine.Pragma("COLLATION").AsString));

    public static IComparer<BsonValue> Of(Collation collation) => Comparer<BsonValue>.Create((left, right) => left.CompareTo(right, collation));
}
