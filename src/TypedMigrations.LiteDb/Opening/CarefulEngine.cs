using System.Collections;
using System.Reflection;
using LiteDB.Engine;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>LiteDB's engine for a file that may be damaged, in a process that may be short of everything.</summary>
/// <remarks>
/// Where LiteDB stumbles over a damaged page, it may leave a transaction open that cannot be disposed and whose finalizer throws. That ends the process, some
/// time later and whatever it does then. LiteDB gives no way to such a transaction, so it is looked for, and the garbage collector told not to finalize it.
/// </remarks>
internal sealed class CarefulEngine(EngineSettings settings) : LiteEngine(settings)
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly FieldInfo? Monitor = typeof(LiteEngine).GetField("_monitor", Hidden);
    private static readonly FieldInfo? Transactions = Monitor?.FieldType.GetField("_transactions", Hidden);

    /// <summary>Whether this LiteDB has its transactions where they are looked for.</summary>
    public static bool KnowsTransactions => Transactions is not null;

    /// <summary>Writes what LiteDB's log holds into the file.</summary>
    /// <exception cref="IOException">The log is not whole.</exception>
    public void Settle()
    {
        if (!LogWriter.HasWrittenAll(this))
            throw new IOException("LiteDB's thread that writes its log ended before everything was written.");
        Checkpoint();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Closing would wait for it.
        LogWriter.HasWrittenAll(this);
        // Closing forgets those that it could dispose.
        var open = OpenTransactions(this);
        base.Dispose(disposing);
        open.ForEach(GC.SuppressFinalize);
    }

    /// <summary>Closes an engine of LiteDB's own that stumbled.</summary>
    public static void Close(LiteEngine stumbled)
    {
        var open = OpenTransactions(stumbled);
        stumbled.Dispose();
        open.ForEach(GC.SuppressFinalize);
    }

    private static List<object> OpenTransactions(LiteEngine engine) =>
        Monitor?.GetValue(engine) is { } monitor && Transactions?.GetValue(monitor) is IDictionary transactions ? [.. transactions.Values.Cast<object>()] : [];
}
