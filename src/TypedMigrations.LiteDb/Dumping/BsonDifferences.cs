using System.Globalization;
using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Finds where two stored values differ, by type or by value.</summary>
/// <remarks>LiteDB's own comparison takes 1 for 1.0, ignores names of fields, and follows the order of fields.</remarks>
internal static class BsonDifferences
{
    /// <summary>The ways to what differs, as far down as both have the same structure. None where both are equal.</summary>
    public static IEnumerable<string> Between(BsonDocument left, BsonDocument right) => AreSame(left, right) ? [] : Between(left, right, "");

    private static IEnumerable<string> Between(BsonValue left, BsonValue right, string path) =>
        left is BsonDocument document && right is BsonDocument otherDocument ? BetweenDocuments(document, otherDocument, path)
        : left is BsonArray array && right is BsonArray otherArray ? BetweenArrays(array, otherArray, path)
        : AreSame(left, right) ? [] : [path];

    private static IEnumerable<string> BetweenDocuments(BsonDocument left, BsonDocument right, string path)
    {
        var others = right.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in left)
        {
            var way = path.Length == 0 ? name : $"{path}.{name}";
            foreach (var found in others.Remove(name, out var other) ? Between(value, other, way) : [way])
                yield return found;
        }

        foreach (var name in others.Keys)
            yield return path.Length == 0 ? name : $"{path}.{name}";
    }

    private static IEnumerable<string> BetweenArrays(BsonArray left, BsonArray right, string path)
    {
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var way = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            foreach (var found in i < left.Count && i < right.Count ? Between(left[i], right[i], way) : [way])
                yield return found;
        }
    }

    private static bool AreSame(BsonValue left, BsonValue right) => left.Type == right.Type && left.Type switch
    {
        BsonType.Null or BsonType.MinValue or BsonType.MaxValue => true,
        BsonType.String => left.AsString == right.AsString,
        BsonType.Int32 => (int)left.RawValue == (int)right.RawValue,
        BsonType.Document => AreSame(left.AsDocument, right.AsDocument),
        BsonType.Array => AreSame(left.AsArray, right.AsArray),
        BsonType.Binary => left.AsBinary.AsSpan().SequenceEqual(right.AsBinary),
        // By bits: 0 is not -0, and a number that is none is one all the same.
        BsonType.Double => BitConverter.DoubleToInt64Bits((double)left.RawValue) == BitConverter.DoubleToInt64Bits((double)right.RawValue),
        // By bits: 1.0 is not 1.00.
        BsonType.Decimal => decimal.GetBits((decimal)left.RawValue).AsSpan().SequenceEqual(decimal.GetBits((decimal)right.RawValue)),
        _ => left.RawValue.Equals(right.RawValue),
    };

    private static bool AreSame(BsonDocument left, BsonDocument right)
    {
        if (left.Count != right.Count)
            return false;

        // Names are told apart by case here: LiteDB keeps the letters as they were written.
        using var fields = BsonParts.FieldsOf(right).GetEnumerator();
        foreach (var (name, value) in BsonParts.FieldsOf(left))
        {
            fields.MoveNext();
            if (fields.Current.Key != name)
                return !Between(left, right, "").Any();
            if (!AreSame(value, fields.Current.Value))
                return false;
        }

        return true;
    }

    private static bool AreSame(BsonArray left, BsonArray right)
    {
        if (left.Count != right.Count)
            return false;

        for (var i = 0; i < left.Count; i++)
        {
            if (!AreSame(left[i], right[i]))
                return false;
        }

        return true;
    }
}
