using System.Text;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Reads names of fields, and gives one string for each name: they repeat in every document.</summary>
internal sealed class FieldNames(Encoding utf8)
{
    // Names may be data, as those of a map are.
    private const int MostKept = 4_096;

    private readonly Dictionary<string, Name> _kept = new(StringComparer.Ordinal);
    private Name _last = new("", []);

    /// <summary>Takes the name at the beginning, and the 0 behind it.</summary>
    public string Next(ref ReadOnlySpan<byte> bytes)
    {
        if (_last.Next is not { } expected || !bytes.StartsWith(expected.Bytes))
        {
            var length = bytes.IndexOf((byte)0);
            expected = Find(utf8.GetString(bytes[..length]), bytes[..(length + 1)]);
            _last.Next = expected;
        }

        bytes = bytes[expected.Bytes.Length..];
        return (_last = expected).Text;
    }

    private Name Find(string text, ReadOnlySpan<byte> bytes)
    {
        if (_kept.TryGetValue(text, out var name))
            return name;

        name = new Name(text, bytes.ToArray());
        if (_kept.Count < MostKept)
            _kept.Add(text, name);
        return name;
    }

    private sealed class Name(string text, byte[] bytes)
    {
        public string Text => text;

        /// <summary>As it is stored, the 0 at its end included.</summary>
        public byte[] Bytes => bytes;

        /// <summary>The name that followed it the last time.</summary>
        public Name? Next { get; set; }
    }
}
