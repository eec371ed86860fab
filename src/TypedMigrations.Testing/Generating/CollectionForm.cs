using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TypedMigrations.Testing.Generating;

/// <summary>Makes a collection of any type from its elements, by what the type offers.</summary>
internal static class CollectionForm
{
    private static readonly Dictionary<Type, string> MapMakers = new()
    {
        [typeof(ImmutableDictionary<,>)] = nameof(Maps<,>.Immutable),
        [typeof(IImmutableDictionary<,>)] = nameof(Maps<,>.Immutable),
        [typeof(ImmutableSortedDictionary<,>)] = nameof(Maps<,>.ImmutableSorted),
        [typeof(FrozenDictionary<,>)] = nameof(Maps<,>.Frozen),
    };

    /// <summary>What makes a list, or null where nothing does.</summary>
    /// <param name="list">The type of the list.</param>
    /// <param name="element">The type of its elements, <c>Nullable</c> included.</param>
    public static Func<Array, object>? OfList(Type list, Type element)
    {
        if (list.IsSZArray)
            return items => items;
        if (BuilderOf(list)?.MakeGenericMethod(element) is { } builder)
            return (Func<Array, object>)typeof(CollectionForm).GetMethod(nameof(ByBuilder), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(builder.ReturnType, element).Invoke(null, [builder])!;

        Type[] plain = [typeof(List<>).MakeGenericType(element), typeof(HashSet<>).MakeGenericType(element)];
        return plain.FirstOrDefault(list.IsAssignableFrom) is { } form
            ? items => Activator.CreateInstance(form, items)!
            : ByConstructor(list, [element.MakeArrayType()]) ?? Through(plain[0], ByConstructor(list, [plain[0]])) ?? Through(plain[1], ByConstructor(list, [plain[1]]));
    }

    /// <summary>What makes a map from a dictionary, or null where nothing does.</summary>
    /// <param name="map">The type of the map.</param>
    /// <param name="dictionary">The type of the dictionary.</param>
    public static Func<IDictionary, object>? OfMap(Type map, Type dictionary)
    {
        if (map.IsAssignableFrom(dictionary))
            return items => items;
        if (map.IsGenericType && MapMakers.TryGetValue(map.GetGenericTypeDefinition(), out var maker))
            return typeof(Maps<,>).MakeGenericType(dictionary.GetGenericArguments()).GetMethod(maker)!.CreateDelegate<Func<IDictionary, object>>();

        return ByConstructor(map, [dictionary]) is { } make ? items => make(items) : null;
    }

    private delegate TList FromSpan<TList, T>(ReadOnlySpan<T> items);

    private static Func<Array, object> ByBuilder<TList, T>(MethodInfo builder)
        where TList : notnull
    {
        var build = builder.CreateDelegate<FromSpan<TList, T>>();
        return items => build((T[])items);
    }

    /// <summary>What a collection expression would call.</summary>
    private static MethodInfo? BuilderOf(Type list) => list.GetCustomAttribute<CollectionBuilderAttribute>() is not { } attribute ? null : attribute.BuilderType.GetMethods()
        .FirstOrDefault(method => method.Name == attribute.MethodName && method.IsGenericMethodDefinition
            && method.GetParameters() is [{ ParameterType: { IsGenericType: true } type }] && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>));

    private static Func<object, object>? ByConstructor(Type type, Type[] parameter) =>
        !type.IsAbstract && type.GetConstructor(parameter) is { } constructor ? items => constructor.Invoke([items]) : null;

    private static Func<Array, object>? Through(Type form, Func<object, object>? make) => make is null ? null : items => make(Activator.CreateInstance(form, items)!);

    private static class Maps<TKey, T>
        where TKey : notnull
    {
        public static object Immutable(IDictionary items) => ((Dictionary<TKey, T>)items).ToImmutableDictionary();

        public static object ImmutableSorted(IDictionary items) => ((Dictionary<TKey, T>)items).ToImmutableSortedDictionary();

        public static object Frozen(IDictionary items) => ((Dictionary<TKey, T>)items).ToFrozenDictionary();
    }
}
