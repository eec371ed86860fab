using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TypedMigrations.Cli.Loading;

/// <summary>Finds the modules of an application: in its assembly, and in those that it references.</summary>
internal static class ModuleAssemblies
{
    private const string Library = "TypedMigrations";

    /// <param name="path">The assembly of the application or of a module.</param>
    /// <exception cref="CliException">TM6006: it cannot be loaded, or has no module.</exception>
    public static LoadedModules Load(string path)
    {
        try
        {
            var context = new ModuleContext(path);
            CheckVersion(path);
            var modules = WithMigrations(path, context).SelectMany(assembly => ModulesOf(context.LoadFromAssemblyPath(assembly))).ToList();
            return modules.Count > 0 ? new LoadedModules(modules, VersionOf(context.LoadFromAssemblyPath(path))) : throw CliException.Usage(CliErrorCode.AssemblyNotLoadable, $"{Path.GetFileName(path)} has no module.",
                "Name the application, or a library with a class that derives from MigrationModule: --project or --assembly.", ("assembly", path));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException or TypeLoadException or ReflectionTypeLoadException or MemberAccessException or TargetInvocationException or InvalidOperationException)
        {
            throw CliException.Usage(CliErrorCode.AssemblyNotLoadable, $"{Path.GetFileName(path)} cannot be loaded.", "Name a built application or library of .NET, with all that it depends on beside it.",
                ("assembly", path), ("reason", (exception is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : exception.InnerException ?? exception).Message));
        }
    }

    private static string? VersionOf(Assembly application) =>
        application.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? application.GetName().Version?.ToString();

    /// <summary>The modules that the classes of an assembly make.</summary>
    private static IEnumerable<MigrationModule> ModulesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsAbstract && !type.ContainsGenericParameters && typeof(MigrationModule).IsAssignableFrom(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (MigrationModule)Activator.CreateInstance(type, nonPublic: true)!);

    /// <summary>Every assembly of the application that references the library. Only these are loaded: an application may have hundreds.</summary>
    private static List<string> WithMigrations(string path, ModuleContext context)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Path.GetFileNameWithoutExtension(path) };
        var next = new Queue<string>([path]);
        while (next.TryDequeue(out var assembly))
        {
            var references = ReferencesOf(assembly);
            if (references.Any(reference => reference.Name == Library))
                found.Add(assembly);
            foreach (var reference in references.Where(reference => !IsOfTheLibrary(reference) && seen.Add(reference.Name!)))
            {
                if (context.PathOf(reference) is { } at)
                    next.Enqueue(at);
            }
        }

        return found;
    }

    /// <summary>A tool that is older than the library would read a newer form of what it writes.</summary>
    private static void CheckVersion(string path)
    {
        var mine = typeof(MigrationModule).Assembly.GetName().Version!;
        var wanted = ReferencesOf(path).FirstOrDefault(reference => reference.Name == Library)?.Version;
        if (wanted > mine)
        {
            throw CliException.Usage(CliErrorCode.AssemblyNotLoadable, $"{Path.GetFileName(path)} was built with a newer version of TypedMigrations than this tool.", "Update the tool: dotnet tool update TypedMigrations.Cli",
                ("application", wanted.ToString()), ("tool", mine.ToString()));
        }
    }

    private static bool IsOfTheLibrary(AssemblyName name) => name.Name == Library || name.Name!.StartsWith(Library + ".", StringComparison.Ordinal);

    private static List<AssemblyName> ReferencesOf(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
