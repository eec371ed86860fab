using System.Collections;
using LiteDB;

namespace TypedMigrations.Testing.Tests.Generating;

/// <summary>Compares records by their properties, and collections by their elements, to the last bit.</summary>
internal static class SameParts
{
    public static bool Are(object? one, object? other) => (one, other) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string or Uri or BsonValue { IsDocument: false, IsArray: false } or Enum, _) => one.Equals(other),
        (decimal first, decimal second) => decimal.GetBits(first).AsSpan().SequenceEqual(decimal.GetBits(second)),
        (float first, float second) => BitConverter.SingleToInt32Bits(first) == BitConverter.SingleToInt32Bits(second),
        (double first, double second) => BitConverter.DoubleToInt64Bits(first) == BitConverter.DoubleToInt64Bits(second),
        (DateTime first, DateTime second) => first == second && first.Kind == second.Kind,
        _ when one.GetType() != other.GetType() && one is not IEnumerable => false,
        (IDictionary first, IDictionary second) => first.Count == second.Count && first.Keys.Cast<object>().All(key => second.Contains(key) && Are(first[key], second[key])),
        (IEnumerable first, IEnumerable second) => IsSet(one) ? AreSets(first, second) : AreLists(first, second),
        _ when IsRecord(one) => one.GetType().GetProperties().All(property => Are(property.GetValue(one), property.GetValue(other))),
        _ => one.Equals(other),
    };

    private static bool IsRecord(object value) => value.GetType().Namespace?.StartsWith(typeof(SameParts).Namespace!, StringComparison.Ordinal) == true;

    private static bool IsSet(object value) => value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static bool AreLists(IEnumerable first, IEnumerable second) =>
        first.Cast<object?>().ToList() is var left && second.Cast<object?>().ToList() is var right && left.Count == right.Count && left.Zip(right).All(pair => Are(pair.First, pair.Second));

    private static bool AreSets(IEnumerable first, IEnumerable second) => first.Cast<object>().ToHashSet().SetEquals(second.Cast<object>());
}
