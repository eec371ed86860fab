namespace TypedMigrations.LiteDb.Copying;

/// <summary>Cuts a long row of documents into transactions, while they are read.</summary>
/// <remarks>Seen with documents of 450 bytes: the larger a transaction, the faster it is, and the more memory LiteDB takes for it.</remarks>
/// <param name="items">The row.</param>
/// <param name="bytes">How many bytes LiteDB takes for an item, about.</param>
internal sealed class Portions<T>(IEnumerable<T> items, Func<T, long> bytes) : IDisposable
{
    private const int MostItems = 50_000;
    private const long MostBytes = 32L * 1024 * 1024;

    private readonly IEnumerator<T> _items = items.GetEnumerator();
    private bool _hasCurrent;

    /// <summary>The item that was given last.</summary>
    public T Current => _items.Current;

    /// <summary>Whether there is another portion, once the one before was enumerated.</summary>
    public bool HasMore => _hasCurrent;

    /// <summary>The next portion, to be enumerated once and to its end; null after the last.</summary>
    public IEnumerable<T>? Next() => _hasCurrent || (_hasCurrent = _items.MoveNext()) ? Portion() : null;

    public void Dispose() => _items.Dispose();

    private IEnumerable<T> Portion()
    {
        var (count, size) = (0, 0L);
        do
        {
            size += bytes(_items.Current);
            yield return _items.Current;
            _hasCurrent = _items.MoveNext();
        }
        while (_hasCurrent && ++count < MostItems && size < MostBytes);
    }
}
