using System.Reflection;

namespace TypedMigrations.Testing.Generating;

/// <summary>Values of a store's own types, which neither the core nor this package knows, by the ways in which such types are usually made.</summary>
internal static class StoreTypes
{
    /// <summary>Makes a reference from a key and the name of a table, as the core takes a type with one argument; null where the type is none.</summary>
    public static Func<object, string, object>? ReferenceOf(Type type)
    {
        var constructor = type.IsGenericType && type.GetGenericArguments() is [var key] ? type.GetConstructor([key, typeof(string)]) : null;
        return constructor is null ? null : (id, table) => constructor.Invoke([id, table]);
    }

    /// <summary>The key in a reference, which is the property of that name; every other value is a key itself.</summary>
    public static object KeyOf(object value)
    {
        var type = value.GetType();
        if (ReferenceOf(type) is null)
            return value;

        var name = type.GetConstructor([type.GetGenericArguments()[0], typeof(string)])!.GetParameters()[0].Name;
        return type.GetProperties().FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))?.GetValue(value) ?? value;
    }

    /// <summary>Makes a key or value from bytes: LiteDB's <c>ObjectId</c> takes twelve. Null where the type cannot be made so.</summary>
    public static ValueMaker? FromBytes(Type type)
    {
        var constructor = type.GetConstructors().FirstOrDefault(candidate => candidate.GetParameters() is [var first, .. var more] && first.ParameterType == typeof(byte[]) && more.All(parameter => parameter.IsOptional));
        if (constructor is null)
            return null;

        var more = constructor.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue).ToArray();
        return LengthFor(constructor, more) is { } length ? draw => constructor.Invoke([Bytes(draw, length), .. more]) : null;
    }

    /// <summary>Bytes that are all alike are the ends of a type's range.</summary>
    private static byte[] Bytes(Draw draw, int length)
    {
        var bytes = draw.Bytes(length);
        if (draw.IsOdd())
            Array.Fill(bytes, draw.OneOf<byte>([0, byte.MaxValue]));
        return bytes;
    }

    private static int? LengthFor(ConstructorInfo constructor, object?[] more)
    {
        foreach (var length in (int[])[12, 16, 8, 4])
        {
            try
            {
                constructor.Invoke([new byte[length], .. more]);
                return length;
            }
            catch (TargetInvocationException)
            {
                // The type takes another number of bytes.
            }
        }

        return null;
    }
}
