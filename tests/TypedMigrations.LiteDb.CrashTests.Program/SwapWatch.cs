using System.Runtime.InteropServices;

namespace TypedMigrations.LiteDb.CrashTests;

/// <summary>A moment of the swap, as the files beside the database show it.</summary>
internal enum SwapMoment
{
    /// <summary>The note of what the swap is about to do is being written.</summary>
    IntentIsBegun,

    /// <summary>The note is there.</summary>
    IntentIsWritten,

    /// <summary>The original has its second name among the backups.</summary>
    BackupIsMade,

    /// <summary>The copy has left the work folder.</summary>
    CopyIsMoved,

    /// <summary>The note is gone again.</summary>
    IntentIsRemoved,
}

/// <summary>Kills this process at a moment of the swap.</summary>
/// <remarks>A thread of its own looks at the files again and again: the swap offers no place to wait at. So the moment is met within microseconds, and not always before the next one.</remarks>
internal sealed class SwapWatch(string path, SwapMoment moment)
{
    private readonly string _intent = path + ".swap";
    private readonly string _copy = Path.Combine(path + ".migrating", "copy" + Path.GetExtension(path));
    private readonly string _backups = path + ".backups";
    private int _backupsBefore;

    public static SwapWatch? Of(ProgramArguments arguments) =>
        arguments.KillAt is { } moment ? new SwapWatch(Path.GetFullPath(arguments.Path), moment) : null;

    public void Start()
    {
        _backupsBefore = Backups();
        new Thread(KillWhenItComes) { IsBackground = true }.Start();
    }

    private void KillWhenItComes()
    {
        // Signal 0 does nothing, but afterwards the call is compiled: what takes long now comes too late then.
        Kill(Environment.ProcessId, signal: 0);
        while (!HasCome(moment))
        {
        }

        Kill(Environment.ProcessId, signal: 9);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    /// <summary>Whoever looks too seldom misses a moment: that the copy has left counts for every moment before it.</summary>
    private bool HasCome(SwapMoment awaited) => awaited switch
    {
        SwapMoment.IntentIsBegun => File.Exists(_intent + ".tmp") || File.Exists(_intent) || !File.Exists(_copy),
        SwapMoment.IntentIsWritten => File.Exists(_intent) || !File.Exists(_copy),
        SwapMoment.BackupIsMade => Backups() > _backupsBefore || !File.Exists(_copy),
        SwapMoment.CopyIsMoved => !File.Exists(_copy),
        _ => !File.Exists(_copy) && !File.Exists(_intent),
    };

    private int Backups() => Directory.Exists(_backups) ? Directory.GetFiles(_backups).Length : 0;
}
