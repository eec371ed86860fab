using System.Diagnostics;
using System.Globalization;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Operating;

/// <summary>Shows what happens during a run: on a terminal in one line that is drawn again and again, elsewhere only to those who want to know more.</summary>
internal sealed class Progress(Screen screen) : IMigrationObserver
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(100);

    private string _work = "";
    private string _phase = "";
    private long _phaseStarted;
    private long _doneAtStart;
    private long _done;
    private long _drawn;

    public void Observe(MigrationEvent happened)
    {
        switch (happened)
        {
            case MigrationEvent.WaitingForLock waiting:
                screen.Note($"Waiting for {waiting.Database}, which {waiting.Holder} has; {Seconds(waiting.Waited)} so far.");
                break;
            case MigrationEvent.Copying copying:
                Draw("copying", copying.Bytes / 1024, copying.TotalBytes / 1024, " KiB");
                break;
            case MigrationEvent.Migrating migrating:
                Begin(migrating.Id.Text);
                break;
            case MigrationEvent.Reverting reverting:
                Begin($"back from {reverting.Id.Text}");
                break;
            case MigrationEvent.Progress progress:
                Draw($"{_work}  {progress.Table}", progress.Documents, progress.Total);
                break;
            case MigrationEvent.Indexing indexing:
                Begin($"{_work}  index {indexing.Index} of {indexing.Table}");
                break;
            case MigrationEvent.Migrated migrated:
                screen.Detail($"{migrated.Id.Text} took {Seconds(migrated.Duration)}");
                break;
            case MigrationEvent.Reverted reverted:
                screen.Detail($"back from {reverted.Id.Text} took {Seconds(reverted.Duration)}");
                break;
            case MigrationEvent.Verifying verifying:
                Draw($"verifying {verifying.Table}", verifying.Documents, verifying.Total);
                break;
            case MigrationEvent.SwappedIn or MigrationEvent.Restored or MigrationEvent.Failed or MigrationEvent.Verified:
                End();
                break;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void End()
    {
        if (_drawn > 0)
            screen.Redraw("");
        (_work, _phase, _drawn) = ("", "", 0);
    }

    private void Begin(string work)
    {
        _work = work;
        if (screen.CanRedraw)
        {
            _drawn = Stopwatch.GetTimestamp();
            screen.Redraw(work);
        }
        else
            screen.Detail(work);
    }

    /// <summary>How much of a phase is done, how fast it goes, and how long the rest will take at this rate.</summary>
    private void Draw(string phase, long done, long? total, string unit = "")
    {
        // A migration may read a table several times.
        if (_phase != phase || done < _done)
        {
            (_phase, _phaseStarted, _doneAtStart) = (phase, Stopwatch.GetTimestamp(), done);
            if (!screen.CanRedraw)
                screen.Detail(phase);
        }

        _done = done;
        if (!screen.CanRedraw || Stopwatch.GetElapsedTime(_drawn) < DrawEvery)
            return;

        _drawn = Stopwatch.GetTimestamp();
        screen.Redraw(phase, string.Create(CultureInfo.InvariantCulture, $"  {done:N0}{(total is null ? "" : $" of {total:N0}")}{unit}{Rate(done, total)}"));
    }

    /// <summary>Nothing at first: a rate needs two measurements.</summary>
    private string Rate(long done, long? total)
    {
        var rate = (done - _doneAtStart) / Math.Max(Stopwatch.GetElapsedTime(_phaseStarted).TotalSeconds, 0.001);
        if (rate <= 0)
            return "";
        var left = total > done ? $", {Left(TimeSpan.FromSeconds((total.Value - done) / rate))} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $", {rate:N0}/s{left}");
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string Left(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes}:{time.Seconds:00}");
}
