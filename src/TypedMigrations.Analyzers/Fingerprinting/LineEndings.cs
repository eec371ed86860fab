namespace TypedMigrations.Analyzers.Fingerprinting;

/// <summary>Git may check a file out with other line endings than it was committed with; a fingerprint must not notice.</summary>
internal static class LineEndings
{
    public static string Normalize(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');
}
