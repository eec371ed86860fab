namespace TypedMigrations.LiteDb.Pages;

/// <summary>Keeps pages that were read, 8 MB of them. LiteDB keeps all that it reads.</summary>
/// <param name="read">Reads a page into a buffer, or throws.</param>
internal sealed class PageCache(Action<uint, byte[]> read)
{
    private const int Places = 1_024;

    private readonly (uint Id, byte[]? Page)[] _kept = new (uint, byte[]?)[Places];

    /// <summary>A page, valid until the next is asked for.</summary>
    public byte[] Read(uint id)
    {
        ref var kept = ref _kept[id % Places];
        if (kept.Page is { } page && kept.Id == id)
            return page;

        page = kept.Page ?? new byte[LiteDbPage.Size];
        kept.Page = null;
        read(id, page);
        kept = (id, page);
        return page;
    }
}
