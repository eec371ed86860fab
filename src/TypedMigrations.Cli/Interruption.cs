using System.Runtime.InteropServices;

namespace TypedMigrations.Cli;

/// <summary>Turns Ctrl-C and a polite kill into a cancellation, so that the copy is cleared away.</summary>
internal static class Interruption
{
    private static readonly List<PosixSignalRegistration> Signals = [];

    /// <summary>Watches for the life of the process.</summary>
    public static CancellationToken Watch()
    {
        var source = new CancellationTokenSource();
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            Signals.Add(PosixSignalRegistration.Create(signal, context => Cancel(context, source)));
        return source.Token;
    }

    private static void Cancel(PosixSignalContext context, CancellationTokenSource source)
    {
        // A second Ctrl-C ends the process at once. That is safe, too: until the swap the database is as it was.
        // A terminal that is closed sends its signal more than once, and nobody is impatient.
        if (context.Signal == PosixSignal.SIGINT && source.IsCancellationRequested)
            Environment.Exit((int)ExitCode.Interrupted);
        context.Cancel = true;
        source.Cancel();
    }
}
