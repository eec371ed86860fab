using System.Globalization;
using System.Numerics;
using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>The keys of a map, which are the names of a document's fields.</summary>
internal abstract class MapKey(FieldType type)
{
    public FieldType Type => type;

    /// <summary>Whether LiteDB's mapper reads such keys back.</summary>
    public static bool IsStorable(FieldType type) => type.Kind is ValueKind.String or ValueKind.Enum || WholeKeys.ContainsKey(type.Kind);

    public static MapKey Of(FieldType type) => type.Kind switch
    {
        ValueKind.String => new TextKey(type),
        ValueKind.Enum => (MapKey)Activator.CreateInstance(typeof(EnumKey<>).MakeGenericType(type.ClrType), type)!,
        _ => WholeKeys[type.Kind](type),
    };

    private static readonly Dictionary<ValueKind, Func<FieldType, MapKey>> WholeKeys = new()
    {
        [ValueKind.Byte] = type => new WholeKey<byte>(type),
        [ValueKind.SByte] = type => new WholeKey<sbyte>(type),
        [ValueKind.Short] = type => new WholeKey<short>(type),
        [ValueKind.UShort] = type => new WholeKey<ushort>(type),
        [ValueKind.Int] = type => new WholeKey<int>(type),
        [ValueKind.UInt] = type => new WholeKey<uint>(type),
        [ValueKind.Long] = type => new WholeKey<long>(type),
        [ValueKind.ULong] = type => new WholeKey<ulong>(type),
    };
}

/// <summary>Reads and writes the keys of a map of one type.</summary>
internal abstract class MapKey<TKey>(FieldType type) : MapKey(type)
{
    public abstract bool TryRead(string name, out TKey key);

    /// <exception cref="ValueMisfitException">A field cannot have this name.</exception>
    public abstract string Write(TKey key);
}

internal sealed class TextKey(FieldType type) : MapKey<string>(type)
{
    public override bool TryRead(string name, out string key)
    {
        key = name;
        return true;
    }

    public override string Write(string key) => StoredText.CheckName(key);
}

/// <summary>Whole numbers in the one spelling that comes back the same: 1, not 01.</summary>
internal sealed class WholeKey<TKey>(FieldType type) : MapKey<TKey>(type)
    where TKey : struct, IBinaryInteger<TKey>
{
    public override bool TryRead(string name, out TKey key)
    {
        // The mapper writes and reads keys in the machine's culture, and some write a minus as U+2212.
        var text = name.Replace('\u2212', '-');
        return TKey.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out key) && Write(key) == text;
    }

    public override string Write(TKey key) => key.ToString(null, CultureInfo.InvariantCulture);
}

internal sealed class EnumKey<TKey>(FieldType type) : MapKey<TKey>(type)
    where TKey : struct, Enum
{
    public override bool TryRead(string name, out TKey key) => Enum.TryParse(name, out key);

    public override string Write(TKey key) => EnumName.Of(key);
}
