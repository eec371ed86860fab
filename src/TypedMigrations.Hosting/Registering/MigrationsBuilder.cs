using Microsoft.Extensions.DependencyInjection;

namespace TypedMigrations;

/// <summary>Collects what an application says about its migrations: which modules it has, and where its database is.</summary>
/// <remarks>
/// <see cref="MigrationsServiceCollectionExtensions.AddMigrations"/> makes it. Modules are added by
/// <see cref="MigrationsBuilderExtensions.AddModule{TModule}"/>, the database by the store's package: <c>.UseLiteDb(…)</c>.
/// </remarks>
public sealed class MigrationsBuilder : IMigrationsBuilder
{
    internal MigrationsBuilder(IServiceCollection services) => Services = services;

    /// <inheritdoc/>
    public IServiceCollection Services { get; }
}
