using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Scrutor;

namespace TypedMigrations.Hosting;

/// <summary>Finds the modules of an assembly for Scrutor to register.</summary>
internal static class ModuleScan
{
    /// <summary>Scrutor's own strategies add a module twice, or only the first of several.</summary>
    public static readonly RegistrationStrategy OncePerModule = new OncePerImplementation();

    public static IReadOnlyList<Type> ModulesOf(Assembly assembly)
    {
        var modules = TypesOf(assembly).Where(type => typeof(MigrationModule).IsAssignableFrom(type) && !type.IsAbstract && !type.ContainsGenericParameters).ToList();
        return modules.Count > 0 ? modules : throw new MigrationException(new Problem(
            ErrorCode.InvalidOption, $"Assembly {assembly.GetName().Name} has no module.",
            "Name the assembly of a class that derives from MigrationModule: .AddModulesFrom(typeof(AccountsModule).Assembly)."));
    }

    // A type that cannot be loaded may be a module: it is an error, where a scan of the assembly itself might skip it.
    private static Type[] TypesOf(Assembly assembly)
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

    private sealed class OncePerImplementation : RegistrationStrategy
    {
        public override void Apply(IServiceCollection services, ServiceDescriptor descriptor) => services.TryAddEnumerable(descriptor);
    }
}
