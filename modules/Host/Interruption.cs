using System.Runtime.InteropServices;

namespace Host;

/// <summary>Turns Ctrl-C and a polite kill into a cancellation while the database is migrated. The running host has its own way.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        // The process shall end by itself, after the copy is cleared away.
        context.Cancel = true;
        _source.Cancel();
    }
}
