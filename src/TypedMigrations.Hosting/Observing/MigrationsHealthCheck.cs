using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TypedMigrations.Hosting;

/// <summary>Says whether the database is up to date. It asks the run and never opens the database, which the application holds; for the counts the journal may be read by it, once.</summary>
internal sealed class MigrationsHealthCheck(MigrationRun run) : IHealthCheck
{
    public const string Name = "migrations";
    public const string ReadyTag = "ready";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = context.Registration.FailureStatus;
        return Task.FromResult(run.State switch
        {
            RunState.Migrated(var report) => UpToDate(report),
            RunState.Failed(var reason) => new HealthCheckResult(status, Words(reason), reason),
            RunState.Migrating => new HealthCheckResult(status, "The database is being migrated."),
            _ => new HealthCheckResult(status, "The database was not migrated yet."),
        });
    }

    private static HealthCheckResult UpToDate(MigrationReport report)
    {
        var applied = Applied(report).ToList();
        var data = new Dictionary<string, object> { ["applied"] = applied.Count };
        if (applied.Max() is { } last)
            data["last"] = last.Text;
        if (report.Plan.Later.Count == 0)
            return HealthCheckResult.Healthy("up to date", data);

        data["later"] = report.Plan.Later.Count;
        return HealthCheckResult.Healthy("migrated as far as Target or StepLimit ask", data);
    }

    private static IEnumerable<MigrationId> Applied(MigrationReport report) =>
        report.Plan.State.Journal.Select(entry => MigrationId.TryParse(entry.Id, entry.Module)).OfType<MigrationId>()
            .Concat(report.Plan.Adopted.Select(migration => migration.Id))
            .Concat(report.Results.Select(result => result.Id));

    private static string Words(Exception reason) => reason switch
    {
        MigrationException migration => $"{migration.Code}: {migration.Problems[0].What}",
        OperationCanceledException => "Migrating was cancelled.",
        _ => $"Migrating failed: {reason.Message}",
    };
}
