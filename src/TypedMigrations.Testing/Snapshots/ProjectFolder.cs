using System.Reflection;

namespace TypedMigrations.Testing.Snapshots;

/// <summary>Finds the folder of a module's project, which the build wrote into the test assembly.</summary>
internal static class ProjectFolder
{
    private const string KeyPrefix = "TypedMigrations.ProjectFolder:";

    public static string Of(Assembly moduleAssembly) => Of(moduleAssembly, AppDomain.CurrentDomain.GetAssemblies());

    // Any loaded assembly may be the test assembly: the caller's may be a base class in a library of its own.
    internal static string Of(Assembly moduleAssembly, IEnumerable<Assembly> loaded)
    {
        var name = moduleAssembly.GetName().Name!;
        var told = loaded.Where(assembly => !assembly.IsDynamic)
            .SelectMany(assembly => assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            .Where(metadata => metadata.Key == KeyPrefix + name && metadata.Value is not null)
            .Select(metadata => metadata.Value!)
            .Distinct(StringComparer.Ordinal);
        return Choose(name, [.. told]);
    }

    internal static string Choose(string assembly, IReadOnlyList<string> told) =>
        told.FirstOrDefault(Directory.Exists) ?? throw NotFound(assembly, told);

    private static DirectoryNotFoundException NotFound(string assembly, IReadOnlyList<string> told) => new(told.Count == 0
        ? $"No test assembly knows the folder of the project {assembly}, where its schema snapshots are kept. "
            + $"Reference {assembly} from the test project by a ProjectReference, and the package TypedMigrations.Testing, whose build targets write the folder into the test assembly."
        : $"The project {assembly}, where its schema snapshots are kept, was in {string.Join(" or ", told)} when the tests were built. "
            + "There is no such folder here: build the tests where they run.");
}
