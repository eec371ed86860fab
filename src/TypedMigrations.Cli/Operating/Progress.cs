using System.Diagnostics;
using System.Globalization;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Operating;

/// <summary>Shows what happens during a run: on a terminal in one line that is drawn again and again, elsewhere a line for each migration.</summary>
internal sealed class Progress(Screen screen) : IMigrationObserver
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(100);

    private string _work = "";
    private string? _table;
    private long _tableStarted;
    private long _drawn;

    public void Observe(MigrationEvent happened)
    {
        switch (happened)
        {
            case MigrationEvent.WaitingForLock waiting:
                screen.Note($"Waiting for {waiting.Database}, which {waiting.Holder} has; {Seconds(waiting.Waited)} so far.");
                break;
            case MigrationEvent.Copied:
                screen.Detail("The database was copied.");
                break;
            case MigrationEvent.Migrating migrating:
                Begin(migrating.Id.ToString());
                break;
            case MigrationEvent.Reverting reverting:
                Begin($"back from {reverting.Id}");
                break;
            case MigrationEvent.Progress progress:
                Draw(progress);
                break;
            case MigrationEvent.Migrated migrated:
                screen.Detail($"{migrated.Id}: {Seconds(migrated.Duration)}");
                break;
            case MigrationEvent.Reverted reverted:
                screen.Detail($"back from {reverted.Id}: {Seconds(reverted.Duration)}");
                break;
            case MigrationEvent.Verified:
                Begin("verifying");
                break;
            case MigrationEvent.SwappedIn or MigrationEvent.Restored or MigrationEvent.Failed:
                End();
                break;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void End()
    {
        if (_work.Length > 0 && screen.CanRedraw)
            screen.Redraw("");
        _work = "";
    }

    private void Begin(string work)
    {
        _work = work;
        _table = null;
        if (screen.CanRedraw)
            screen.Redraw(work);
        else
            screen.Detail(work);
    }

    private void Draw(MigrationEvent.Progress progress)
    {
        if (!screen.CanRedraw)
            return;
        if (_table != progress.Table)
            (_table, _tableStarted) = (progress.Table, Stopwatch.GetTimestamp());
        if (Stopwatch.GetElapsedTime(_drawn) < DrawEvery)
            return;

        _drawn = Stopwatch.GetTimestamp();
        var rate = progress.Documents / Math.Max(Stopwatch.GetElapsedTime(_tableStarted).TotalSeconds, 0.001);
        screen.Redraw(string.Create(CultureInfo.InvariantCulture, $"{_work}  {progress.Table} {progress.Documents:N0}  {rate:N0}/s"));
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
