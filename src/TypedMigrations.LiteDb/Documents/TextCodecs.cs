using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Text, as it is: empty text and blanks too, which LiteDB's mapper reads as they are, though it writes neither unless told to.</summary>
internal sealed class StringCodec(FieldType type) : ScalarCodec<string>(type)
{
    public override BsonValue WriteValue(string value) => new(StoredText.Check(value));

    protected override bool TryRead(BsonValue value, out string read)
    {
        read = value.IsString ? value.AsString : "";
        return value.IsString;
    }
}

/// <summary>One letter, stored as text.</summary>
internal sealed class CharCodec(FieldType type) : ScalarCodec<char>(type)
{
    public override BsonValue WriteValue(char value) => new(StoredText.Check(value.ToString()));

    protected override bool TryRead(BsonValue value, out char read)
    {
        var fits = value.IsString && value.AsString.Length == 1;
        read = fits ? value.AsString[0] : default;
        return fits;
    }
}

/// <summary>An absolute address, stored as text.</summary>
internal sealed class UriCodec(FieldType type) : ScalarCodec<Uri>(type)
{
    public override BsonValue WriteValue(Uri value) => value.IsAbsoluteUri
        ? new BsonValue(StoredText.Check(value.AbsoluteUri))
        : throw new ValueMisfitException("a relative Uri, which LiteDB's mapper writes and then fails to read");

    protected override bool TryRead(BsonValue value, out Uri read)
    {
        read = null!;
        return value.IsString && Uri.TryCreate(value.AsString, UriKind.Absolute, out read!);
    }
}

/// <summary>What text LiteDB can write.</summary>
internal static class StoredText
{
    /// <summary>Gives the text back.</summary>
    /// <exception cref="ValueMisfitException">It has half of a surrogate pair, which has no UTF-8.</exception>
    public static string Check(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\ud800', '\udfff') is var at and >= 0)
        {
            if (at + 1 == rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
                throw new ValueMisfitException("text with half of a surrogate pair, which LiteDB cannot write");
            rest = rest[(at + 2)..];
        }

        return text;
    }

    /// <summary>Gives the name of a field back.</summary>
    /// <exception cref="ValueMisfitException">It has half of a surrogate pair or U+0000, with which a stored name ends.</exception>
    public static string CheckName(string name) => name.Contains('\0', StringComparison.Ordinal)
        ? throw new ValueMisfitException("a map with U+0000 in a key, which LiteDB cannot write")
        : Check(name);
}
