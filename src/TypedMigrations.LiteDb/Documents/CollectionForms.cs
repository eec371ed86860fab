using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>The collections that can be made of what is stored, and how. All are stored as the mapper stores an array or a dictionary.</summary>
internal static class CollectionForms
{
    private static readonly Dictionary<Type, string> Lists = new()
    {
        [typeof(IEnumerable<>)] = nameof(Lists<>.List),
        [typeof(ICollection<>)] = nameof(Lists<>.List),
        [typeof(IList<>)] = nameof(Lists<>.List),
        [typeof(IReadOnlyCollection<>)] = nameof(Lists<>.List),
        [typeof(IReadOnlyList<>)] = nameof(Lists<>.List),
        [typeof(List<>)] = nameof(Lists<>.List),
        [typeof(Collection<>)] = nameof(Lists<>.Collection),
        [typeof(ObservableCollection<>)] = nameof(Lists<>.Observable),
        [typeof(ReadOnlyCollection<>)] = nameof(Lists<>.ReadOnly),
        [typeof(ArraySegment<>)] = nameof(Lists<>.Segment),
        [typeof(Queue<>)] = nameof(Lists<>.Queue),
        [typeof(LinkedList<>)] = nameof(Lists<>.Linked),
        [typeof(ImmutableArray<>)] = nameof(Lists<>.ImmutableArray),
        [typeof(ImmutableList<>)] = nameof(Lists<>.ImmutableList),
        [typeof(IImmutableList<>)] = nameof(Lists<>.ImmutableList),
    };

    private static readonly Dictionary<Type, string> Sets = new()
    {
        [typeof(ISet<>)] = nameof(Lists<>.HashSet),
        [typeof(IReadOnlySet<>)] = nameof(Lists<>.HashSet),
        [typeof(HashSet<>)] = nameof(Lists<>.HashSet),
        [typeof(SortedSet<>)] = nameof(Lists<>.SortedSet),
        [typeof(ReadOnlySet<>)] = nameof(Lists<>.ReadOnlySet),
        [typeof(FrozenSet<>)] = nameof(Lists<>.FrozenSet),
        [typeof(IImmutableSet<>)] = nameof(Lists<>.ImmutableHashSet),
        [typeof(ImmutableHashSet<>)] = nameof(Lists<>.ImmutableHashSet),
        [typeof(ImmutableSortedSet<>)] = nameof(Lists<>.ImmutableSortedSet),
    };

    private static readonly Dictionary<Type, string> Maps = new()
    {
        [typeof(IDictionary<,>)] = nameof(Maps<,>.Dictionary),
        [typeof(IReadOnlyDictionary<,>)] = nameof(Maps<,>.Dictionary),
        [typeof(Dictionary<,>)] = nameof(Maps<,>.Dictionary),
        [typeof(SortedDictionary<,>)] = nameof(Maps<,>.Sorted),
        [typeof(SortedList<,>)] = nameof(Maps<,>.SortedList),
        [typeof(ReadOnlyDictionary<,>)] = nameof(Maps<,>.ReadOnly),
        [typeof(FrozenDictionary<,>)] = nameof(Maps<,>.Frozen),
        [typeof(IImmutableDictionary<,>)] = nameof(Maps<,>.Immutable),
        [typeof(ImmutableDictionary<,>)] = nameof(Maps<,>.Immutable),
        [typeof(ImmutableSortedDictionary<,>)] = nameof(Maps<,>.ImmutableSorted),
    };

    public static bool IsList(Type type) => type.IsSZArray || Lists.ContainsKey(DefinitionOf(type));

    public static bool IsSet(Type type) => Sets.ContainsKey(DefinitionOf(type));

    /// <summary>Whether the elements of a set have an order, which they must then give.</summary>
    public static bool IsSortedSet(Type type) => DefinitionOf(type) is var definition && (definition == typeof(SortedSet<>) || definition == typeof(ImmutableSortedSet<>));

    public static bool IsMap(Type type) => Maps.ContainsKey(DefinitionOf(type));

    public static Func<List<T>, TList> ListMaker<TList, T>() =>
        Maker<Func<List<T>, TList>>(typeof(Lists<T>), typeof(TList).IsSZArray ? nameof(Lists<>.Array) : (IsSet(typeof(TList)) ? Sets : Lists)[DefinitionOf(typeof(TList))]);

    public static Func<Dictionary<TKey, T>, TMap> MapMaker<TMap, TKey, T>()
        where TKey : notnull =>
        Maker<Func<Dictionary<TKey, T>, TMap>>(typeof(Maps<TKey, T>), Maps[DefinitionOf(typeof(TMap))]);

    private static Type DefinitionOf(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static TMaker Maker<TMaker>(Type forms, string name) where TMaker : Delegate => forms.GetMethod(name)!.CreateDelegate<TMaker>();
}

/// <summary>Makes collections of the elements that were read.</summary>
internal static class Lists<T>
{
    public static T[] Array(List<T> items) => [.. items];

    public static List<T> List(List<T> items) => items;

    public static Collection<T> Collection(List<T> items) => new(items);

    public static ObservableCollection<T> Observable(List<T> items) => new(items);

    public static ReadOnlyCollection<T> ReadOnly(List<T> items) => new(items);

    public static ArraySegment<T> Segment(List<T> items) => new([.. items]);

    public static Queue<T> Queue(List<T> items) => new(items);

    public static LinkedList<T> Linked(List<T> items) => new(items);

    public static ImmutableArray<T> ImmutableArray(List<T> items) => [.. items];

    public static ImmutableList<T> ImmutableList(List<T> items) => [.. items];

    public static HashSet<T> HashSet(List<T> items) => [.. items];

    public static SortedSet<T> SortedSet(List<T> items) => [.. items];

    public static ReadOnlySet<T> ReadOnlySet(List<T> items) => new(HashSet(items));

    public static FrozenSet<T> FrozenSet(List<T> items) => items.ToFrozenSet();

    public static ImmutableHashSet<T> ImmutableHashSet(List<T> items) => [.. items];

    public static ImmutableSortedSet<T> ImmutableSortedSet(List<T> items) => [.. items];
}

/// <summary>Makes dictionaries of the entries that were read. Of keys that are equal to it, a sorted one keeps one.</summary>
internal static class Maps<TKey, T>
    where TKey : notnull
{
    public static Dictionary<TKey, T> Dictionary(Dictionary<TKey, T> items) => items;

    public static ReadOnlyDictionary<TKey, T> ReadOnly(Dictionary<TKey, T> items) => new(items);

    public static FrozenDictionary<TKey, T> Frozen(Dictionary<TKey, T> items) => items.ToFrozenDictionary();

    public static ImmutableDictionary<TKey, T> Immutable(Dictionary<TKey, T> items) => items.ToImmutableDictionary();

    public static SortedDictionary<TKey, T> Sorted(Dictionary<TKey, T> items) => Fill(new SortedDictionary<TKey, T>(), items);

    public static SortedList<TKey, T> SortedList(Dictionary<TKey, T> items) => Fill(new SortedList<TKey, T>(), items);

    public static ImmutableSortedDictionary<TKey, T> ImmutableSorted(Dictionary<TKey, T> items) =>
        Fill(ImmutableSortedDictionary.CreateBuilder<TKey, T>(), items).ToImmutable();

    private static TMap Fill<TMap>(TMap map, Dictionary<TKey, T> items) where TMap : IDictionary<TKey, T>
    {
        foreach (var (key, item) in items)
            map[key] = item;
        return map;
    }
}
