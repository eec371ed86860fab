using System.Buffers.Binary;

namespace TypedMigrations.LiteDb.Files;

/// <summary>What Linux knows of a file and .NET does not tell.</summary>
/// <param name="Links">How many names it has.</param>
/// <param name="Owner">Its user.</param>
/// <param name="Group">Its group.</param>
/// <param name="Inode">With <paramref name="Device"/>: which file it is.</param>
/// <param name="Device">The file system.</param>
/// <param name="IsMountPoint">Whether something is mounted on this very name. Unknown, so false, on Linux before 5.8.</param>
/// <param name="IsImmutable">Whether it may be neither replaced nor deleted, whatever its mode.</param>
internal sealed record FileFacts(uint Links, uint Owner, uint Group, ulong Inode, ulong Device, bool IsMountPoint, bool IsImmutable)
{
    /// <summary>The facts, or null where there is no such file, or no statx: macOS, Windows, very old C libraries.</summary>
    public static unsafe FileFacts? TryRead(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;

        const int currentFolder = -100, noFollow = 0x100;
        const uint basicFacts = 0x7ff;
        Span<byte> statx = stackalloc byte[256];
        try
        {
            fixed (byte* result = statx)
            {
                if (Unix.Stat(currentFolder, path, noFollow, basicFacts, result) != 0)
                    return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        return Parse(statx);
    }

    /// <summary>Whether two names are one file. False where that cannot be known.</summary>
    public static bool AreOneFile(string first, string second) =>
        TryRead(first) is { } a && TryRead(second) is { } b && (a.Inode, a.Device) == (b.Inode, b.Device);

    // struct statx is the same on all architectures: include/uapi/linux/stat.h.
    private static FileFacts Parse(ReadOnlySpan<byte> statx)
    {
        const ulong immutable = 0x10, appendOnly = 0x20, mountRoot = 0x2000;
        var attributes = ULong(statx, 8);
        return new FileFacts(
            Links: UInt(statx, 16),
            Owner: UInt(statx, 20),
            Group: UInt(statx, 24),
            Inode: ULong(statx, 32),
            Device: ((ulong)UInt(statx, 136) << 32) | UInt(statx, 140),
            IsMountPoint: (attributes & mountRoot) != 0,
            IsImmutable: (attributes & (immutable | appendOnly)) != 0);
    }

    private static uint UInt(ReadOnlySpan<byte> bytes, int at) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static ulong ULong(ReadOnlySpan<byte> bytes, int at) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]);
}
