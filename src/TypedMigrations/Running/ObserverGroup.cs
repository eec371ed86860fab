namespace TypedMigrations;

/// <summary>Tells several observers what happens, in their order.</summary>
/// <param name="observers">The observers; none is fine.</param>
public sealed class ObserverGroup(IEnumerable<IMigrationObserver> observers) : IMigrationObserver
{
    private readonly IMigrationObserver[] _observers = [.. observers];

    /// <inheritdoc />
    public void Observe(MigrationEvent happened)
    {
        foreach (var observer in _observers)
            observer.Observe(happened);
    }
}
