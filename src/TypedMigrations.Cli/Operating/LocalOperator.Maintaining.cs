using System.Diagnostics;
using TypedMigrations.Cli.Answers;

namespace TypedMigrations.Cli.Operating;

internal sealed partial class LocalOperator
{
    private DatabaseMaintenance Maintenance => new(Store, settings.MakeOptions(), observer: _progress);

    public async Task<BackupsAnswer> ListBackupsAsync(CancellationToken cancellation) =>
        new([.. (await WithoutModules.ListBackupsAsync(cancellation).ConfigureAwait(false)).Select(BackupAnswer.Of)]);

    public async Task<MadeBackupAnswer> BackupAsync(string? path, CancellationToken cancellation)
    {
        var report = await Maintenance.BackupAsync(path, cancellation).ConfigureAwait(false);
        return new MadeBackupAnswer(report.Database, BackupAnswer.Of(report.Backup), report.Warnings, report.Duration.TotalMilliseconds);
    }

    public async Task<RestorePlanAnswer> PlanRestoreAsync(string backup, CancellationToken cancellation) =>
        RestorePlanAnswer.Of(Store.Database, await WithoutModules.PlanRestoreAsync(backup, cancellation).ConfigureAwait(false));

    public async Task<RestoreAnswer> RestoreAsync(string backup, CancellationToken cancellation)
    {
        var report = await WithoutModules.RestoreAsync(backup, cancellation).ConfigureAwait(false);
        return new RestoreAnswer(RestorePlanAnswer.Of(report.Database, report.Plan), report.Backup, report.Warnings, report.Duration.TotalMilliseconds);
    }

    public async Task<CreateAnswer> CreateAsync(bool isTestDatabase, CancellationToken cancellation)
    {
        var report = await Maintenance.CreateAsync(isTestDatabase, cancellation).ConfigureAwait(false);
        return new CreateAnswer(report.Database, report.IsTestDatabase, report.Warnings);
    }

    public async Task<DropPlanAnswer> PlanDropAsync(CancellationToken cancellation) => DropPlanAnswer.Of(await Maintenance.PlanDropAsync(cancellation).ConfigureAwait(false));

    public async Task<DropAnswer> DropAsync(bool withBackups, CancellationToken cancellation)
    {
        var report = await Maintenance.DropAsync(withBackups, cancellation).ConfigureAwait(false);
        return new DropAnswer(DropPlanAnswer.Of(report.Plan), report.WithBackups, report.Warnings);
    }

    public async Task<AuditAnswer> ReadAuditAsync(CancellationToken cancellation) => AuditAnswer.Of(await Maintenance.ReadAuditAsync(cancellation).ConfigureAwait(false));

    public async Task<WaitAnswer> WaitAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await Maintenance.WaitAsync(timeout, cancellation).ConfigureAwait(false);
        return new WaitAnswer(Store.Database, IsUpToDate: null, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    // A backup is the database's, whatever program it belongs to.
    private Migrator WithoutModules => new([], Store, settings.MakeOptions(), observer: _progress);
}
