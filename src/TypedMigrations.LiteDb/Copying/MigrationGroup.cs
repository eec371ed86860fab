using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Applies migrations to the copy that change the documents of a table in one pass: one, or several that follow each other.</summary>
internal sealed class MigrationGroup(WorkingFile file, DocumentCounts counts, IReadOnlyList<MigrationWork> works, ApplyOptions options, CancellationToken cancellation)
{
    private readonly List<MigrationRun> _runs = [.. works.Select(work => new MigrationRun(file, counts, work, options, cancellation))];

    public IReadOnlyList<AppliedWork> Run()
    {
        try
        {
            foreach (var run in Working())
                run.Prepare();
            ChangeInPlace();
            Finish();
            return [.. _runs.Select(run => run.Applied)];
        }
        finally
        {
            _runs.ForEach(run => run.Dispose());
        }
    }

    private void Finish()
    {
        var seeding = new Seeding(file, counts, options, cancellation);
        foreach (var run in Working())
        {
            if (run.HasMoreThanSeeds)
                seeding.InsertWaiting(then: run);
            run.Finish();
            seeding.Add(run);
        }

        seeding.InsertWaiting();
    }

    private IEnumerable<MigrationRun> Working()
    {
        foreach (var run in _runs)
        {
            cancellation.ThrowIfCancellationRequested();
            options.OnWorking(run.Work);
            yield return run;
        }
    }

    private void ChangeInPlace()
    {
        var changes = _runs.SelectMany(run => run.Changes()).GroupBy(change => change.Table, StringComparer.OrdinalIgnoreCase).ToList();
        if (changes.Count == 0)
            return;

        using var settled = file.Settle(cancellation);
        foreach (var table in changes)
        {
            options.OnWorking(table.First().Run.Work);
            file.Close();
            var total = counts[table.Key];
            var progress = new ReadProgress(read => options.OnProgress(table.Key, read, total));
            var left = new TablePass([.. table.Select(change => change.Change)], progress).Run(file, settled, table.Key, _runs[0].Before, cancellation);
            counts.Inserted(table.Key, -left);
            foreach (var run in Working())
                run.ThrowIfFailed();
            foreach (var (run, _, change) in table)
                run.Touch(table.Key, change.Read, change.Written);
        }
    }
}
