using System.Reflection;
using System.Runtime.Loader;

namespace TypedMigrations.Cli.Loading;

/// <summary>Loads an application's assemblies beside those of the command line, each in the version that the application was built with.</summary>
/// <remarks>
/// What both talk about, migrations and LiteDB, is one assembly for both: the command line's. All else the application brings along,
/// or a framework that the command line itself does not run on, ASP.NET Core for one.
/// </remarks>
internal sealed class ModuleContext(string assembly) : AssemblyLoadContext("application")
{
    private static readonly string[] Shared = ["TypedMigrations", "TypedMigrations.LiteDb", "LiteDB"];

    private static readonly HashSet<string> OfThisProcess = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly AssemblyDependencyResolver _resolver = new(assembly);
    private readonly Frameworks _frameworks = Frameworks.Of(assembly);

    /// <summary>Where an assembly of the application lies; null where it belongs to the framework.</summary>
    public string? PathOf(AssemblyName name) => _resolver.ResolveAssemblyToPath(name);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.Contains(assemblyName.Name))
            return Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
        if (PathOf(assemblyName) is { } path)
            return LoadFromAssemblyPath(path);
        return OfThisProcess.Contains(assemblyName.Name!) ? null : _frameworks.PathOf(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
