using System.ComponentModel;
using System.Runtime.InteropServices;

namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>Linux' own calls: .NET's Process waits for its children itself, and then nobody can ask what they took.</summary>
internal static partial class Posix
{
    private const int WriteCreateTruncate = 0x1 | 0x40 | 0x200;
    private const int OwnerReadsAndWrites = 0x180;

    // Room for posix_spawn_file_actions_t, which is smaller in every C library.
    private const int ActionsSize = 512;

    /// <summary>Starts a process whose output goes into a file.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static int Spawn(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string output)
    {
        var actions = Marshal.AllocHGlobal(ActionsSize);
        try
        {
            Check(InitActions(actions), program);
            Check(AddOpen(actions, 1, output, WriteCreateTruncate, OwnerReadsAndWrites), program);
            Check(AddDuplicate(actions, 1, 2), program);
            Check(Spawn(out var id, program, actions, 0, [program, .. arguments, null], [.. environment, null]), program);
            return id;
        }
        finally
        {
            DestroyActions(actions);
            Marshal.FreeHGlobal(actions);
        }
    }

    /// <summary>Waits for the end of a process.</summary>
    /// <returns>How it ended, 0 for well, and what it took.</returns>
    public static (int Status, Usage Usage) Wait(int id)
    {
        while (true)
        {
            if (Wait(id, out var status, 0, out var usage) == id)
                return (status, usage);
            // A signal to this process ends the waiting too early.
            if (Marshal.GetLastPInvokeError() != Interrupted)
                throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    private const int Interrupted = 4;

    private static void Check(int error, string program)
    {
        if (error != 0)
            throw new Win32Exception(error, $"{program} cannot be started: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int id, string path, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDuplicate(nint actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static partial int Wait(int id, out int status, int options, out Usage usage);

    /// <summary>The kernel's struct rusage.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly struct Usage
    {
        private readonly long _userSeconds;
        private readonly long _userMicroseconds;
        private readonly long _systemSeconds;
        private readonly long _systemMicroseconds;
        private readonly long _peakKilobytes;
        private readonly Rest _rest;

        /// <summary>User and system time.</summary>
        public TimeSpan Processor => TimeSpan.FromSeconds(_userSeconds + _systemSeconds) + TimeSpan.FromMicroseconds(_userMicroseconds + _systemMicroseconds);

        /// <summary>The largest resident size in bytes. A child begins with that of the process that started it.</summary>
        public long PeakMemory => _peakKilobytes * 1024;

        [System.Runtime.CompilerServices.InlineArray(13)]
        private struct Rest
        {
            private long _first;
        }
    }
}
