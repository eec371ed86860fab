using Microsoft.Extensions.DependencyInjection;

namespace TypedMigrations;

/// <summary>Collects what an application says about its migrations. Hosting makes it, modules and stores add to it.</summary>
public interface IMigrationsBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}
