using System.Reflection;

namespace TypedMigrations;

/// <summary>The property of a record that a lambda such as <c>account => account.Email</c> names.</summary>
/// <remarks>It is read from the lambda's text: constants are set once, and to make and read an expression tree takes longer than all else that they do.</remarks>
internal static class BoundProperty
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <exception cref="ArgumentException">The text names no property of the record, or more than one.</exception>
    public static PropertyInfo Of(Type record, Type value, Delegate lambda, string source)
    {
        ArgumentNullException.ThrowIfNull(lambda);
        if (PropertyLambda.NameIn(source) is { } name && TryFind(record, value, name) is { } property)
            return property;

        throw new ArgumentException($"A field is bound to one property of its record, such as record => record.Email. '{source}' is not.", nameof(lambda));
    }

    // The runtime reads a type's properties once where all are asked for, and each time where one is.
    private static PropertyInfo? TryFind(Type record, Type value, string name) =>
        Array.Find(record.GetProperties(Any), property => property.Name == name && property.PropertyType == value && property.GetMethod is not null);
}
