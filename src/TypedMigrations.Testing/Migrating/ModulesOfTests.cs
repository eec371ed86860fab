using System.Reflection;
using TypedMigrations.Discovering;

namespace TypedMigrations.Testing.Migrating;

/// <summary>Finds modules: of a migration, and those that a module depends on.</summary>
internal static class ModulesOfTests
{
    /// <summary>The type of the module that a migration belongs to.</summary>
    /// <exception cref="ArgumentException">Its assembly has no module in whose namespace it lies.</exception>
    public static Type Of(Type migration) => migration.Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(MigrationModule).IsAssignableFrom(type) && CatalogReader.Owns(type.Namespace ?? "", migration.Namespace ?? ""))
        .MaxBy(type => type.Namespace?.Length ?? 0)
        ?? throw new ArgumentException($"Migration {migration.FullName} belongs to no module: no class that derives from MigrationModule lies in a namespace above it, in {migration.Assembly.GetName().Name}.");

    /// <summary>A module with all that its migrations declare to depend on, however far, and more modules where asked for.</summary>
    /// <param name="module">The type of the module.</param>
    /// <param name="more">Modules that are added, and used in place of new ones of their types.</param>
    public static IReadOnlyList<MigrationModule> WithDependencies(Type module, IEnumerable<MigrationModule> more)
    {
        var modules = more.ToDictionary(given => given.GetType());
        var open = new Queue<Type>([module, .. modules.Keys]);
        var seen = new HashSet<Type>();
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
                continue;

            var made = modules.TryGetValue(next, out var given) ? given : modules[next] = Make(next);
            foreach (var dependency in DependenciesOf(made))
                open.Enqueue(dependency);
        }

        return [.. modules.Values.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static MigrationModule Make(Type module) => module.GetConstructor(Type.EmptyTypes) is not null
        ? (MigrationModule)Activator.CreateInstance(module)!
        : throw new ArgumentException($"Module {module.FullName} has no public constructor without parameters. Make one yourself and add it: options => options.Modules.Add(new {module.Name}(…)).");

    private static IEnumerable<Type> DependenciesOf(MigrationModule module) => MigrationCatalog.Discover([module]).Migrations
        .Select(migration => module.GetType().Assembly.GetType(migration.ClassName, throwOnError: true)!)
        .SelectMany(migration => migration.GetCustomAttributes())
        .Select(attribute => attribute.GetType())
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DependsOnAttribute<>))
        .Select(type => Of(type.GetGenericArguments()[0]))
        .Distinct();
}
