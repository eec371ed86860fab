using System.Reflection;
using System.Text.Json;

namespace TypedMigrations.Cli.Loading;

/// <summary>The shared frameworks that an application runs on, beside the one of every .NET program.</summary>
internal sealed class Frameworks
{
    private const string Base = "Microsoft.NETCore.App";

    private readonly IReadOnlyList<string> _folders;

    private Frameworks(IReadOnlyList<string> folders) => _folders = folders;

    /// <summary>Those that the runtime configuration beside an assembly names. A library has none.</summary>
    public static Frameworks Of(string assembly)
    {
        var configuration = Path.ChangeExtension(assembly, ".runtimeconfig.json");
        if (!File.Exists(configuration))
            return new Frameworks([]);

        using var document = JsonDocument.Parse(File.ReadAllBytes(configuration));
        var options = document.RootElement.GetProperty("runtimeOptions");
        var named = options.TryGetProperty("frameworks", out var several) ? several.EnumerateArray() : options.TryGetProperty("framework", out var one) ? [one] : Enumerable.Empty<JsonElement>();
        return new Frameworks([.. named.Select(framework => FolderOf(framework.GetProperty("name").GetString()!, framework.GetProperty("version").GetString()!)).OfType<string>()]);
    }

    /// <summary>Where an assembly of theirs lies; null where it is none.</summary>
    public string? PathOf(AssemblyName name) => _folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);

    /// <summary>The newest installed version of the same major and minor number or a later one.</summary>
    private static string? FolderOf(string name, string version)
    {
        var shared = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", name));
        if (name == Base || !Directory.Exists(shared) || !Version.TryParse(version.Split('-')[0], out var wanted))
            return null;
        return Directory.GetDirectories(shared)
            .Select(folder => (Folder: folder, Version: Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var found) ? found : null))
            .Where(item => item.Version is not null && item.Version.Major == wanted.Major)
            .MaxBy(item => item.Version).Folder;
    }
}
