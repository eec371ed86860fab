using System.Reflection;

namespace TypedMigrations.Discovering;

/// <summary>A text that tells the migrations of a program from those of every other: which modules it has, and the digest of each one's assembly.</summary>
/// <remarks>
/// A run that leaves nothing pending notes it in the journal, and a start that finds its own there has nothing to do. It is compared and never
/// parsed, and not hashed once more: loading the platform's cryptography would be the dearest part of such a start.
/// </remarks>
internal static class ProgramDigest
{
    private static readonly string Readable = $"{ManifestLine.Version}:";

    /// <summary>The text, or null where an assembly has no digest, or one of another format: its lines have to be read then.</summary>
    public static string? TryRead(IReadOnlyList<MigrationModule> modules)
    {
        var lines = new string[modules.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var type = modules[i].GetType();
            if (type.Assembly.GetCustomAttribute<MigrationDigestAttribute>() is not { } found || !found.Digest.StartsWith(Readable, StringComparison.Ordinal))
                return null;

            // The namespace of a module decides which of its assembly's migrations are its own.
            string?[] line = [modules[i].Name, type.FullName, found.Digest];
            lines[i] = string.Join('|', line);
        }

        Array.Sort(lines, StringComparer.Ordinal);
        return lines.Length == 0 ? null : string.Join('\n', lines);
    }
}
