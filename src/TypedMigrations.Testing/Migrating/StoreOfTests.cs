using System.Reflection;
using TypedMigrations.Storing;

namespace TypedMigrations.Testing.Migrating;

/// <summary>Finds the store whose test databases are used: the one whose package lies beside the tests.</summary>
internal static class StoreOfTests
{
    private const string Remedy = "Name one: Database.At<…>(with: options => options.Store = new LiteDbTestDatabases()), and likewise in MigrationTests.For<…>(options => …).";

    private static readonly Lazy<ITestDatabases> Found = new(() => Choose(Beside()));

    /// <summary>The only store beside the tests.</summary>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public static ITestDatabases Default => Found.Value;

    internal static ITestDatabases Choose(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.Select(assembly => assembly.GetCustomAttribute<TestDatabasesAttribute>()?.Type).OfType<Type>().Distinct().ToList();
        return types switch
        {
            [var only] => (ITestDatabases)Activator.CreateInstance(only, nonPublic: true)!,
            [] => throw new InvalidOperationException(
                "No store for test databases lies beside the tests. Reference the store's package from the test project, such as TypedMigrations.LiteDb."),
            _ => throw new InvalidOperationException($"Several stores for test databases lie beside the tests: {string.Join(", ", types.Select(type => type.FullName).Order(StringComparer.Ordinal))}. {Remedy}"),
        };
    }

    /// <summary>What is loaded, and what lies there and was not needed yet: tests name modules, hardly ever a store.</summary>
    private static IEnumerable<Assembly> Beside()
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).ToList();
        var names = loaded.Select(assembly => assembly.GetName().Name).ToHashSet();
        var lying = Directory.EnumerateFiles(AppContext.BaseDirectory, "TypedMigrations.*.dll")
            .Where(file => !names.Contains(Path.GetFileNameWithoutExtension(file)))
            .Select(file => Assembly.Load(AssemblyName.GetAssemblyName(file)));
        return loaded.Concat(lying);
    }
}
