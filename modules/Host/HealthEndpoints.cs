using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Host;

/// <summary>Serves <c>/health/ready</c>, the checks with the tag <c>ready</c>, and <c>/health/live</c>, which checks nothing but that it answers.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
    }
}
