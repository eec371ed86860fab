using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedMigrations.Hosting;

namespace TypedMigrations;

/// <summary>Says which modules an application has.</summary>
public static class MigrationsBuilderExtensions
{
    /// <summary>Adds a module. Added twice it is still one.</summary>
    /// <typeparam name="TModule">The module's class.</typeparam>
    /// <param name="builder">What <c>AddMigrations()</c> returned.</param>
    public static IMigrationsBuilder AddModule<TModule>(this IMigrationsBuilder builder)
        where TModule : MigrationModule, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MigrationModule, TModule>());
        return builder;
    }

    /// <summary>Adds every module of an assembly, internal ones too. A module that was added before is still one.</summary>
    /// <param name="builder">What <c>AddMigrations()</c> returned.</param>
    /// <param name="assembly">The assembly with the classes that derive from <see cref="MigrationModule"/>.</param>
    /// <exception cref="MigrationException">TM1012: a type of the assembly cannot be loaded. TM5002: the assembly has no module.</exception>
    public static IMigrationsBuilder AddModulesFrom(this IMigrationsBuilder builder, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assembly);
        var modules = ModuleScan.ModulesOf(assembly);
        builder.Services.Scan(scan => scan
            .FromTypes(modules)
            .AddClasses(publicOnly: false)
            .UsingRegistrationStrategy(ModuleScan.OncePerModule)
            .As<MigrationModule>()
            .WithSingletonLifetime());
        return builder;
    }
}
