using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>What every room of a run needs: the store, the options, the clock, who is told, and when to stop.</summary>
internal sealed record RunContext(IMigrationStore Store, MigrationOptions Options, TimeProvider Time, IMigrationObserver? Observer, bool IsRehearsal, long Started, CancellationToken Cancellation)
{
    public TimeSpan Elapsed => Time.GetElapsedTime(Started);

    public void Tell(MigrationEvent happened) => Observer?.Observe(happened);
}
