using System.Reflection;

namespace TypedMigrations.Storing;

/// <summary>Finds what makes a store's test databases.</summary>
public static class TestDatabases
{
    /// <summary>The test databases that a store's package names with <see cref="TestDatabasesAttribute"/>; null where it names none.</summary>
    /// <param name="storePackage">The assembly of the package.</param>
    public static ITestDatabases? TryFind(Assembly storePackage)
    {
        ArgumentNullException.ThrowIfNull(storePackage);
        return storePackage.GetCustomAttribute<TestDatabasesAttribute>() is { } named ? (ITestDatabases)Activator.CreateInstance(named.Type, nonPublic: true)! : null;
    }
}
