namespace TypedMigrations.Testing.Generating;

/// <summary>The types of what a collection holds, <c>Nullable</c> included.</summary>
internal static class CollectionParts
{
    public static Type ElementOf(Type list) => ArgumentsOf(list, typeof(IEnumerable<>))[0];

    public static (Type Key, Type Value) PairOf(Type map) => ArgumentsOf(map, typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>)) is var pair ? (pair[0], pair[1]) : default;

    private static Type[] ArgumentsOf(Type type, params Type[] definitions) =>
        type.GetInterfaces().Prepend(type).First(candidate => candidate.IsGenericType && definitions.Contains(candidate.GetGenericTypeDefinition())).GetGenericArguments();
}
