using System.Collections.Concurrent;

namespace TypedMigrations.Storing;

/// <summary>Hands items from one thread to another, which may lag behind by a few batches and no more: memory stays bounded.</summary>
internal sealed class Handover<T> : IDisposable
{
    /// <summary>How many items go over at once.</summary>
    public const int MostItems = 64;

    private const int MostBatches = 2;
    private const long MostBytes = 1024 * 1024;

    private readonly BlockingCollection<List<T>> _batches = new(MostBatches);
    private readonly CancellationTokenSource _stopped = new();
    private List<T> _batch = [];
    private long _bytes;

    /// <summary>Gives an item. Of the giving thread.</summary>
    /// <param name="item">The item.</param>
    /// <param name="bytes">How much memory it takes, about.</param>
    /// <exception cref="OperationCanceledException">Nobody takes items any more.</exception>
    public void Add(T item, long bytes)
    {
        _batch.Add(item);
        _bytes += bytes;
        if (_batch.Count == MostItems || _bytes >= MostBytes)
            Send();
    }

    /// <summary>Gives what is left, and says that there is no more. Of the giving thread.</summary>
    /// <exception cref="OperationCanceledException">Nobody takes items any more.</exception>
    public void Complete()
    {
        try
        {
            Send();
        }
        finally
        {
            End();
        }
    }

    /// <summary>Says that there is no more.</summary>
    public void End() => _batches.CompleteAdding();

    /// <summary>Says that nobody takes items any more.</summary>
    public void Stop() => _stopped.Cancel();

    /// <summary>Takes the items, waiting for them, until there are no more. Of the taking thread.</summary>
    public IEnumerable<T> Taken() => _batches.GetConsumingEnumerable().SelectMany(batch => batch);

    public void Dispose()
    {
        _batches.Dispose();
        _stopped.Dispose();
    }

    private void Send()
    {
        _batches.Add(_batch, _stopped.Token);
        (_batch, _bytes) = ([], 0);
    }
}
