using System.Reflection;

namespace TypedMigrations.Discovering;

/// <summary>The types of a module's assembly by namespace. Loading them takes a while, so it happens when a migration is pending.</summary>
internal sealed class ModuleTypes
{
    private readonly Lazy<IReadOnlyList<Type>> _all;
    private readonly Lazy<Dictionary<string, List<Type>>> _byNamespace;

    public ModuleTypes(Assembly assembly)
    {
        Assembly = assembly;
        _all = new(() => Load(assembly));
        _byNamespace = new(ByNamespace);
    }

    public Assembly Assembly { get; }

    /// <summary>The types of a namespace and those below it.</summary>
    public IEnumerable<Type> In(string @namespace) => _byNamespace.Value.GetValueOrDefault(@namespace) ?? [];

    public IReadOnlyList<Type> Migrations() => [.. _all.Value.Where(type => !type.IsAbstract && typeof(Migration).IsAssignableFrom(type))];

    public IEnumerable<Type> Modules() => _all.Value.Where(type => !type.IsAbstract && typeof(MigrationModule).IsAssignableFrom(type));

    /// <summary>Each type under its namespace and under all above it, so that a thousand migrations do not each go through all types.</summary>
    private Dictionary<string, List<Type>> ByNamespace()
    {
        var types = new Dictionary<string, List<Type>>(StringComparer.Ordinal);
        foreach (var type in _all.Value)
        {
            foreach (var name in Enclosing(type.Namespace ?? ""))
            {
                if (!types.TryGetValue(name, out var own))
                    types[name] = own = [];
                own.Add(type);
            }
        }

        return types;
    }

    private static IEnumerable<string> Enclosing(string @namespace)
    {
        for (var length = @namespace.Length; length >= 0; length = @namespace.LastIndexOf('.', Math.Max(length - 1, 0)))
            yield return @namespace[..length];
    }

    private static IReadOnlyList<Type> Load(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
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
