using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedMigrations.Hosting;

namespace TypedMigrations;

/// <summary>Lets a program migrate before it runs its host.</summary>
public static class MigrationsHostExtensions
{
    /// <summary>Does before <c>Run</c> what the host would do when it starts, and returns the report. The host then does not do it again.</summary>
    /// <remarks>
    /// A second call returns the first one's report. After a failure it tries again. A program calls it to print the
    /// report, to use the database before <c>Run</c>, or to choose its own exit code when migrating fails.
    /// </remarks>
    /// <param name="host">The host, on whose services <c>AddMigrations</c> was called.</param>
    /// <param name="cancellation">Cancels the run; so does a host that is told to stop. Until the swap the database is as it was.</param>
    /// <exception cref="MigrationException">The run was refused or failed, and the database is as it was. TM5002: an option is wrong, or module or database are missing.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled. The database is as it was.</exception>
    public static async Task<MigrationReport> MigrateAsync(this IHost host, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var run = host.Services.GetService<MigrationRun>() ?? throw new MigrationException(new Problem(
            ErrorCode.InvalidOption, "The host has no migrations.", "Add them before the host is built: builder.Services.AddMigrations().AddModule<AccountsModule>().UseLiteDb(\"Filename=app.db\")."));

        var stopping = host.Services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping);
        return await run.EnsureMigratedAsync(either.Token).ConfigureAwait(false);
    }
}
