using System.Reflection;

namespace TypedMigrations.Discovering;

/// <summary>The types of a module's assembly by namespace. Loading them takes a while, so it happens when a migration is pending.</summary>
internal sealed class ModuleTypes(Assembly assembly)
{
    private readonly Lazy<ILookup<string, Type>> _byNamespace = new(() => Load(assembly));

    public Assembly Assembly { get; } = assembly;

    /// <summary>The types of a namespace and those below it.</summary>
    public IEnumerable<Type> In(string @namespace) =>
        _byNamespace.Value.Where(group => (group.Key + ".").StartsWith(@namespace + ".", StringComparison.Ordinal)).SelectMany(group => group);

    public IReadOnlyList<Type> Migrations() =>
        [.. _byNamespace.Value.SelectMany(group => group).Where(type => !type.IsAbstract && typeof(Migration).IsAssignableFrom(type))];

    public IEnumerable<Type> Modules() =>
        _byNamespace.Value.SelectMany(group => group).Where(type => !type.IsAbstract && typeof(MigrationModule).IsAssignableFrom(type));

    private static ILookup<string, Type> Load(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes().ToLookup(type => type.Namespace ?? "", StringComparer.Ordinal);
        }
        catch (ReflectionTypeLoadException exception)
        {
            var reasons = exception.LoaderExceptions.OfType<Exception>().Select(reason => reason.Message).Distinct().Take(3);
            throw new MigrationException(
                new Problem(ErrorCode.TypeNotLoadable, $"A type of assembly {assembly.GetName().Name} cannot be loaded.",
                    "Deploy the assembly together with everything that it was built against.", reasons.Select(reason => ("reason", reason))),
                exception);
        }
    }
}
