using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Files;

/// <summary>What a file says of being damaged: LiteDB marks one in which it stumbles, and whoever only looks must not change what is to be put back or mended.</summary>
internal sealed class DamageMark
{
    // Encrypted, these bytes change together.
    private readonly byte[] _bytes = new byte[16];
    private readonly long _offset;

    private DamageMark(long offset) => _offset = offset;

    /// <summary>Reads the mark of a file.</summary>
    /// <param name="data">The file. It is whole: it has a header.</param>
    /// <param name="isEncrypted">Whether the page with the salt comes first.</param>
    public static DamageMark Read(FileStream data, bool isEncrypted)
    {
        var mark = new DamageMark((isEncrypted ? LiteDbPage.Size : 0) + (At.DamageMark / 16 * 16));
        RandomAccess.Read(data.SafeFileHandle, mark._bytes, mark._offset);
        return mark;
    }

    /// <summary>Makes the mark what it was.</summary>
    /// <exception cref="MigrationException">TM3007: the file cannot be written. TM3011: another program has it open.</exception>
    public void PutBack(DatabaseFile file)
    {
        using var held = ExclusiveFile.Open(file, file.Path);
        var now = new byte[_bytes.Length];
        RandomAccess.Read(held.SafeFileHandle, now, _offset);
        if (!now.AsSpan().SequenceEqual(_bytes))
            RandomAccess.Write(held.SafeFileHandle, _bytes, _offset);
    }
}
