using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedMigrations.Hosting;

namespace TypedMigrations;

/// <summary>Lets an application's host bring its database up to date.</summary>
public static class MigrationsServiceCollectionExtensions
{
    /// <summary>Migrates the database when the host starts: before the server listens and before any hosted service starts.</summary>
    /// <remarks>
    /// <para>
    /// It goes on with <c>.AddModule&lt;AccountsModule&gt;()</c> and <c>.UseLiteDb("Filename=app.db")</c>. If migrating fails, the
    /// host does not start, and the <see cref="MigrationException"/> says why.
    /// </para>
    /// <para>
    /// Options come from the configuration section <c>Migrations</c>, then from <paramref name="configure"/>. A key of the section
    /// that is no option is an error. A <see cref="TimeProvider"/> and <see cref="IMigrationObserver"/>s that the application
    /// registers are used. The health check <c>migrations</c> has the tag <c>ready</c>.
    /// </para>
    /// <para>
    /// The host calls <c>StartingAsync</c> of every hosted service before <c>StartAsync</c> of any. The migrations come first among
    /// those that were registered before this call and after it, even where <see cref="HostOptions.ServicesStartConcurrently"/>
    /// is set; a package that puts a hosted service of its own in front of everything afterwards comes before them.
    /// </para>
    /// </remarks>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets options in code, after the configuration; null for none. Called twice, both actions count.</param>
    public static MigrationsBuilder AddMigrations(this IServiceCollection services, Action<MigrationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!services.Any(service => service.ServiceType == typeof(MigrationRun)))
            AddOnce(services);
        if (configure is not null)
            services.Configure(configure);
        return new MigrationsBuilder(services);
    }

    private static void AddOnce(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<MigrationOptions>, ConfiguredMigrationOptions>();
        services.AddSingleton<IValidateOptions<MigrationOptions>, MigrationOptionsValidator>();
        services.AddOptions<MigrationOptions>().ValidateOnStart();
        services.AddSingleton<MigrationRun>();
        services.AddSingleton<IMigrationObserver, LoggingObserver>();
        services.AddHealthChecks().AddCheck<MigrationsHealthCheck>(MigrationsHealthCheck.Name, tags: [MigrationsHealthCheck.ReadyTag]);

        // The host asks its services in the order in which they stand here: a service that was added earlier must not come before.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, MigrationHostedService>());
    }
}
