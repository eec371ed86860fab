using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Works on items on another thread, a little behind who gives them.</summary>
internal sealed class Behind<T> : IDisposable
{
    private readonly Handover<T> _handover = new();
    private readonly Task _worker;

    public Behind(Action<T> work) =>
        _worker = Task.Factory.StartNew(() => Work(work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Gives an item, and throws what the work threw on an earlier one.</summary>
    public void Add(T item, long bytes) => OrWhatWasThrown(() => _handover.Add(item, bytes));

    /// <summary>Waits until all is done, and throws what the work threw.</summary>
    public void Complete()
    {
        OrWhatWasThrown(_handover.Complete);
        _worker.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _handover.End();
        Task.WaitAny(_worker);
        _handover.Dispose();
    }

    private void Work(Action<T> work)
    {
        try
        {
            foreach (var item in _handover.Taken())
                work(item);
        }
        finally
        {
            _handover.Stop();
        }
    }

    private void OrWhatWasThrown(Action give)
    {
        try
        {
            give();
        }
        catch (OperationCanceledException)
        {
            _worker.GetAwaiter().GetResult();
            throw;
        }
    }
}
