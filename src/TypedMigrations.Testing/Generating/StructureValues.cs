using System.Collections;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>Lists, maps and trees of any values.</summary>
internal static class StructureValues
{
    private const int DeepestTree = 2;

    private static readonly string[] OddNames = [" ", "a.b", "a b", "$a", "[]", "1", "-1", "\u00e9", "\u043a\u043b\u044e\u0447", "\ud83d\udca1", "length", "constructor", "'", "\"", "\\"];

    /// <summary>Lists: empty ones, and with elements twice.</summary>
    /// <param name="make">Makes the list of its elements.</param>
    /// <param name="type">The type of the elements, <c>Nullable</c> included.</param>
    /// <param name="element">Makes an element.</param>
    public static ValueMaker List(Func<Array, object> make, Type type, ValueMaker element) => draw =>
    {
        var items = Array.CreateInstance(type, draw.Elements());
        for (var i = 0; i < items.Length; i++)
            items.SetValue(i > 0 && draw.IsOdd() ? items.GetValue(draw.Below(i)) : element(draw), i);
        return make(items);
    };

    /// <summary>Maps, whose keys differ by more than case.</summary>
    public static ValueMaker Map(Func<IDictionary, object> make, Type dictionary, ValueMaker key, ValueMaker element) => draw =>
    {
        var items = (IDictionary)Activator.CreateInstance(dictionary)!;
        var names = new HashSet<string>();
        for (var i = draw.Elements(); i > 0; i--)
        {
            var name = key(draw)!;
            var value = element(draw);
            if (names.Add(SameValue.Of(name)))
                items.Add(name, value);
        }

        return make(items);
    };

    /// <summary>The keys of a map.</summary>
    public static ValueMaker Name(FieldType type, Func<FieldType, ValueMaker> others) =>
        type.Kind == ValueKind.String ? NameOf : others(type);

    /// <summary>Anything that a field without a type may hold, but null.</summary>
    public static object Tree(Draw draw, int mostLetters, bool mayBeEmpty) => Tree(draw, mostLetters, mayBeEmpty, DeepestTree);

    /// <summary>An element that may be null.</summary>
    public static ValueMaker OrNull(ValueMaker element) => draw => draw.IsOdd() ? null : element(draw);

    private static object Tree(Draw draw, int mostLetters, bool mayBeEmpty, int depth) => draw.Below(depth == 0 ? 8 : 10) switch
    {
        0 => draw.Below(2) == 1,
        1 => ScalarValues.TryFind(ValueKind.Int)!(draw)!,
        2 => ScalarValues.TryFind(ValueKind.Long)!(draw)!,
        3 => ScalarValues.TryFind(ValueKind.Double)!(draw)!,
        4 => ScalarValues.TryFind(ValueKind.Decimal)!(draw)!,
        5 => TimeValues.Instant(draw),
        6 => ScalarValues.TryFind(ValueKind.Guid)!(draw)!,
        7 => TextValues.Next(draw, mostLetters, mayBeEmpty),
        8 => List<object?>(draw, inner => TreeOrNull(inner, mostLetters, depth - 1)),
        _ => Map(items => items, typeof(Dictionary<string, object?>), NameOf, inner => TreeOrNull(inner, mostLetters, depth - 1))(draw)!,
    };

    private static object List<T>(Draw draw, ValueMaker element) => List(items => new List<T>((T[])items), typeof(T), element)(draw)!;

    private static object? TreeOrNull(Draw draw, int mostLetters, int depth) => draw.IsOdd() ? null : Tree(draw, mostLetters, mayBeEmpty: true, depth);

    private static object NameOf(Draw draw) => draw.IsOdd() ? draw.OneOf(OddNames) : ((char)('a' + draw.Below(26))).ToString();
}
