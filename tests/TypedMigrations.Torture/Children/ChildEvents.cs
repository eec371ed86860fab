using System.Runtime.InteropServices;

namespace TypedMigrations.Torture.Children;

/// <summary>Says each event, and at some of them does what it was told: so that a run is cancelled wherever it happens to be, a moment after.</summary>
internal sealed class ChildEvents(ChildArguments arguments, CancellationTokenSource cancelling) : IMigrationObserver
{
    private int _count;

    public void Observe(MigrationEvent happened)
    {
        _count++;
        // The console flushes after each line, so that whoever reads it is never behind.
        Console.WriteLine($"event {_count} {happened.GetType().Name}");
        if (_count == arguments.StopAt)
            _ = Kill(Environment.ProcessId, signal: 9);
        if (_count == arguments.PauseAt)
            Console.In.ReadLine();
        if (_count == arguments.CancelAt)
            cancelling.CancelAfter(TimeSpan.FromMilliseconds(Random.Shared.Next(1_000)));
        if (arguments.Work == "throw in observer" && _count == 4)
            throw new InvalidOperationException("The observer fails.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
