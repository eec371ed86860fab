namespace TypedMigrations.LiteDb.Copying;

/// <summary>Counts documents on the thread that reads them, and tells of them on the one that writes.</summary>
/// <param name="tell">Told how many were read: after each ten thousand, and at the end.</param>
internal sealed class ReadProgress(Action<long> tell)
{
    private long _read;
    private long _told;

    /// <summary>How many documents were read.</summary>
    public long Count => Volatile.Read(ref _read);

    /// <summary>Counts a document.</summary>
    public void Read() => Volatile.Write(ref _read, _read + 1);

    /// <summary>Hands documents on that are to be written, and tells in between.</summary>
    public IEnumerable<T> Told<T>(IEnumerable<T> documents)
    {
        foreach (var document in documents)
        {
            yield return document;
            while (Count - _told >= TableReader.BatchDocuments)
                tell(_told += TableReader.BatchDocuments);
        }
    }

    /// <summary>Tells of the last ones.</summary>
    public void End()
    {
        if (Count > _told)
            tell(_told = Count);
    }
}
