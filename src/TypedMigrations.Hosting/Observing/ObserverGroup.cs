namespace TypedMigrations.Hosting;

/// <summary>Tells several observers, in their order.</summary>
internal sealed class ObserverGroup(IReadOnlyList<IMigrationObserver> observers) : IMigrationObserver
{
    public void Observe(MigrationEvent happened)
    {
        foreach (var observer in observers)
            observer.Observe(happened);
    }
}
