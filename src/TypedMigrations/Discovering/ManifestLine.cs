using System.Reflection;

namespace TypedMigrations.Discovering;

/// <summary>One migration as the manifest of its assembly names it.</summary>
internal sealed record ManifestLine(string Namespace, string ClassName, string Fingerprint, IReadOnlyList<string> DependsOn)
{
    /// <summary>The lines of an assembly; null where it has no manifest.</summary>
    public static IReadOnlyList<ManifestLine>? Read(Assembly assembly) =>
        assembly.GetCustomAttribute<MigrationManifestAttribute>()?.Migrations.Select(Parse).ToList();

    private static ManifestLine Parse(string line)
    {
        var parts = line.Split('|');
        return new ManifestLine(parts[0], parts[1], parts[2], parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The segment of the namespace that looks like a migration's: an M and a digit. Null where there is none.</summary>
    public string? MigrationSegment => Namespace.Split('.').LastOrDefault(segment => segment.Length > 1 && segment[0] == 'M' && char.IsAsciiDigit(segment[1]));

    /// <summary>The namespace up to the migration's segment: where its constants and seeds live.</summary>
    public string MigrationNamespace => Namespace[..(Namespace.LastIndexOf(MigrationSegment!, StringComparison.Ordinal) + MigrationSegment!.Length)];
}
