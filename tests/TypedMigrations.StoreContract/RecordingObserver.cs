namespace TypedMigrations.StoreContract;

/// <summary>Remembers what a run told, and may do something at it.</summary>
public sealed class RecordingObserver(Action<MigrationEvent>? at = null) : IMigrationObserver
{
    private readonly List<MigrationEvent> _events = [];

    public IReadOnlyList<MigrationEvent> Events => _events;

    public void Observe(MigrationEvent happened)
    {
        _events.Add(happened);
        at?.Invoke(happened);
    }
}
