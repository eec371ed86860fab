using TypedMigrations;

namespace Host;

/// <summary>Says on the console who has the database while the program waits for it.</summary>
internal sealed class WaitingOnConsole : IMigrationObserver
{
    public void Observe(MigrationEvent happened)
    {
        if (happened is MigrationEvent.WaitingForLock waiting)
            Console.Error.WriteLine($"Waiting for {waiting.Database}, which {waiting.Holder} has; {waiting.Waited.TotalSeconds:0} s so far.");
    }
}
