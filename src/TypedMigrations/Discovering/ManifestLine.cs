using System.Reflection;

namespace TypedMigrations.Discovering;

/// <summary>One migration as the manifest of its assembly names it.</summary>
internal sealed record ManifestLine(string Namespace, string ClassName, string Fingerprint, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Reads, IReadOnlyList<IReadOnlyList<string>> Replaces)
{
    /// <summary>The only version of the format that this library reads.</summary>
    public const int Version = 3;

    private const int Parts = 6;

    /// <summary>The lines of an assembly: none where they are of another version, null where it has no manifest.</summary>
    public static IReadOnlyList<ManifestLine>? Read(Assembly assembly) =>
        assembly.GetCustomAttribute<MigrationManifestAttribute>() is { } manifest ? manifest.Version == Version ? [.. manifest.Migrations.Select(Parse)] : [] : null;

    /// <summary>The version of an assembly's manifest where it is another one; or null.</summary>
    public static int? OtherVersion(Assembly assembly) => assembly.GetCustomAttribute<MigrationManifestAttribute>() is { Version: not Version and var other } ? other : null;

    /// <summary>Reads a line as the generator writes it.</summary>
    /// <exception cref="MigrationException">TM2111: it was not written by the generator of this version.</exception>
    public static ManifestLine Parse(string line)
    {
        var parts = line.Split('|');
        if (parts.Length != Parts)
        {
            throw new MigrationException(new Problem(
                ErrorCode.ManifestOfOtherVersion, "A line of a module's manifest cannot be read.", "Build the module with the version of the package TypedMigrations that the program uses.", ("line", line)));
        }

        return new ManifestLine(parts[0], parts[1], parts[2], ListOf(parts[3]), ListOf(parts[4]), [.. parts[5].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(ListOf)]);
    }

    private static string[] ListOf(string part) => part.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The segment of the namespace that looks like a migration's: an M and a digit. Null where there is none.</summary>
    public string? MigrationSegment => Namespace.Split('.').LastOrDefault(segment => segment.Length > 1 && segment[0] == 'M' && char.IsAsciiDigit(segment[1]));

    /// <summary>The namespace up to the migration's segment: where its constants and seeds live.</summary>
    public string MigrationNamespace => Namespace[..(Namespace.LastIndexOf(MigrationSegment!, StringComparison.Ordinal) + MigrationSegment!.Length)];
}
