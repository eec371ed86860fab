namespace TypedMigrations.LiteDb.CrashTests;

/// <summary>Says each event, and at one of them waits to be killed.</summary>
internal sealed class EventsOnConsole(ProgramArguments arguments) : IMigrationObserver
{
    private readonly SwapWatch? _watch = SwapWatch.Of(arguments);

    public void Observe(MigrationEvent happened)
    {
        // The console flushes after each line, so that whoever reads it is never behind.
        var words = Words(happened);
        Console.WriteLine($"event {words}");
        if (happened is MigrationEvent.Verified)
            _watch?.Start();
        if (words == arguments.PauseAt)
            Console.In.ReadLine();
        if (words != arguments.WaitAt)
            return;

        // Whoever was to kill this process is gone when its standard input ends. It must not go on then.
        Console.In.ReadToEnd();
        Environment.Exit(70);
    }

    private static string Words(MigrationEvent happened) => happened switch
    {
        MigrationEvent.Migrating migrating => $"Migrating {migrating.Id.Text}",
        MigrationEvent.Progress progress => $"Progress {progress.Id.Text} {progress.Table} {progress.Documents}",
        MigrationEvent.Migrated migrated => $"Migrated {migrated.Id.Text}",
        MigrationEvent.WaitingForLock waiting => $"WaitingForLock {waiting.Holder}",
        MigrationEvent.Warned warned => $"Warned {warned.Warning}",
        _ => happened.GetType().Name,
    };
}
