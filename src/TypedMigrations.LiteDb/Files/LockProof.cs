using System.Runtime.InteropServices;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Asks the kernel whether a file's lock keeps others out, where its answer is certain to be .NET's.</summary>
/// <remarks>
/// .NET tells of a lock that it does not get by an exception, which takes longer than all else that a cold start does for the lock. But it takes no lock at
/// all where a file system is of a network, or unknown: there only .NET's own second opening is a proof.
/// </remarks>
internal static unsafe class LockProof
{
    private const int ReadOnlyAndNotInherited = 0x80000, WouldBlock = 11;
    private const int LockShared = 1, LockExclusive = 2, DoNotWait = 4;

    // A struct statfs has 120 bytes; the first word tells which file system it is.
    private const int StatBytes = 256;

    /// <summary>Whether a second lock is refused while the first is held. Null where only .NET can tell.</summary>
    /// <param name="path">The file that is locked.</param>
    /// <param name="held">The first lock.</param>
    public static bool? TryProve(string path, LockKind held)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return null;

        var second = Unix.Open(path, ReadOnlyAndNotInherited);
        if (second < 0)
            return null;

        // What is closed is unlocked.
        bool? isKeptOut = !IsOfThisMachine(second) ? null
            : Unix.Lock(second, DoNotWait | (held == LockKind.Exclusive ? LockShared : LockExclusive)) != 0 && Marshal.GetLastPInvokeError() == WouldBlock;
        Unix.Close(second);
        return isKeptOut;
    }

    /// <summary>Whether it is one of the file systems whose locks the kernel itself keeps, and which .NET locks whatever the access is.</summary>
    private static bool IsOfThisMachine(int descriptor)
    {
        var stat = stackalloc byte[StatBytes];
        return Unix.FileSystemOf(descriptor, stat) == 0 && *(long*)stat is
            0xEF53            // ext2, ext3, ext4
            or 0x58465342     // XFS
            or 0x9123683E     // Btrfs
            or 0xF2F52010     // F2FS
            or 0x2FC12FC1     // ZFS
            or 0x01021994     // tmpfs
            or 0x794C7630;    // overlayfs
    }
}
