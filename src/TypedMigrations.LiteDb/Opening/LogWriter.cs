using System.Reflection;
using LiteDB.Engine;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>LiteDB's thread that writes its log, which may end before its time.</summary>
/// <remarks>
/// It ends by an exception that LiteDB does not expect: for want of memory, or of a file handle for an assembly of the runtime. Nobody then says that its queue is
/// empty, so that a checkpoint and closing wait for ever. LiteDB gives no way to it, so it is looked for.
/// </remarks>
internal static class LogWriter
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(100);

    private static readonly FieldInfo? State = typeof(LiteEngine).GetField("_state", Hidden);
    private static readonly FieldInfo? IsDisposed = State?.FieldType.GetField("Disposed", Hidden);
    private static readonly FieldInfo? Disk = typeof(LiteEngine).GetField("_disk", Hidden);
    private static readonly PropertyInfo? Queue = Disk?.FieldType.GetProperty("Queue", Hidden);
    private static readonly PropertyInfo? IsMade = Queue?.PropertyType.GetProperty(nameof(Lazy<>.IsValueCreated));
    private static readonly PropertyInfo? Made = Queue?.PropertyType.GetProperty(nameof(Lazy<>.Value));
    private static readonly FieldInfo? Worker = Made?.PropertyType.GetField("_task", Hidden);
    private static readonly FieldInfo? IsEmpty = Made?.PropertyType.GetField("_queueIsEmpty", Hidden);

    /// <summary>Whether this LiteDB has it where it is looked for.</summary>
    public static bool IsKnown => IsDisposed is not null && IsMade is not null && Worker is not null && IsEmpty is not null;

    /// <summary>Waits until it has written all that LiteDB gave it.</summary>
    /// <returns>False where it ended before. LiteDB waits for it no more.</returns>
    public static bool HasWrittenAll(LiteEngine engine)
    {
        if (!IsKnown || Disk!.GetValue(engine) is not { } disk || Queue!.GetValue(disk) is not { } queue || !(bool)IsMade!.GetValue(queue)!)
            return true;

        var writer = Made!.GetValue(queue)!;
        var isEmpty = (ManualResetEventSlim)IsEmpty!.GetValue(writer)!;
        while (!isEmpty.Wait(AskEvery))
        {
            if (!HasEnded((Task?)Worker!.GetValue(writer)) && !(bool)IsDisposed!.GetValue(State!.GetValue(engine))!)
                continue;
            isEmpty.Set();
            return false;
        }

        return true;
    }

    // The outer task ends at the first await.
    private static bool HasEnded(Task? worker) => worker is null || worker.IsFaulted || worker is Task<Task> { IsCompletedSuccessfully: true, Result.IsCompleted: true };
}
