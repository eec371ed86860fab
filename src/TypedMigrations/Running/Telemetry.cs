using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedMigrations.Running;

/// <summary>Traces and metrics under the name <c>TypedMigrations</c>.</summary>
internal static class Telemetry
{
    private const string Name = "TypedMigrations";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Whether somebody can listen: only by the platform's diagnostics, and to load these for nobody would cost a start with nothing pending more than all the rest.</summary>
    public static bool MayBeHeard() =>
        Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.FullName?.StartsWith("System.Diagnostics.DiagnosticSource,", StringComparison.Ordinal) == true);

    public static IDisposable? StartRun(string database) => MayBeHeard() ? Start("migrate", database) : null;

    /// <summary>Tells of a run that is over, and had nothing to do.</summary>
    public static void TellRun(string database, DateTimeOffset started) =>
        Source.StartActivity(ActivityKind.Internal, startTime: started, name: "migrate")?.SetTag("db.name", database).Dispose();

    public static IDisposable? StartRevert(MigrationId id) =>
        Source.StartActivity("revert")?.SetTag("typedmigrations.id", id.Text).SetTag("typedmigrations.module", id.Module);

    public static IDisposable? StartRestore(string database) => Start("restore", database);

    public static IDisposable? StartSeed(string database) => Start("seed", database);

    public static void Reverted(MigrationId id) => Metrics.Reverts.Add(1, new KeyValuePair<string, object?>("typedmigrations.module", id.Module));

    public static void Applied(MigrationId id, TimeSpan duration)
    {
        // Told when it is over: migrations that share passes run at the same time.
        using (var activity = Source.StartActivity("migration"))
            activity?.SetStartTime(DateTime.UtcNow - duration).SetTag("typedmigrations.id", id.Text).SetTag("typedmigrations.module", id.Module);

        var module = new KeyValuePair<string, object?>("typedmigrations.module", id.Module);
        Metrics.Migrations.Add(1, module);
        Metrics.Durations.Record(duration.TotalSeconds, module);
    }

    private static Activity? Start(string name, string database) => Source.StartActivity(name)?.SetTag("db.name", database);

    /// <summary>Made when the first migration was applied: a start with nothing pending has nothing to count.</summary>
    private static class Metrics
    {
        private static readonly Meter Meter = new(Name);

        public static readonly Counter<long> Migrations = Meter.CreateCounter<long>("typedmigrations.migrations.applied", "{migration}", "Migrations applied.");
        public static readonly Counter<long> Reverts = Meter.CreateCounter<long>("typedmigrations.migrations.reverted", "{migration}", "Migrations taken back.");
        public static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("typedmigrations.migration.duration", "s", "How long a migration took on the copy.");
    }
}
