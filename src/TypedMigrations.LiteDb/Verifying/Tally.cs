namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Counts how often something occurs, and in how many documents.</summary>
internal struct Tally
{
    private long _last;

    public long Values { get; private set; }

    public long Documents { get; private set; }

    public void Add(long document)
    {
        Values++;
        if (_last == document)
            return;

        _last = document;
        Documents++;
    }
}
