using System.Security.Cryptography;
using System.Text;

namespace TypedMigrations.Analyzers.Fingerprinting;

/// <summary>The SHA-256 of a list of texts.</summary>
/// <remarks>Each text is preceded by its length, so that "a b" and "ab" differ whatever the texts hold.</remarks>
internal sealed class Digest
{
    private readonly StringBuilder _texts = new();

    public Digest Add(string text)
    {
        _texts.Append(text.Length).Append(':').Append(text);
        return this;
    }

    public string ToHex()
    {
        using var algorithm = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (var part in algorithm.ComputeHash(Encoding.UTF8.GetBytes(_texts.ToString())))
            hex.Append(part.ToString("x2"));

        return hex.ToString();
    }
}
