using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Lists the backups beside the database.</summary>
internal sealed class BackupsVerb() : Verb<BackupsAnswer>("backups", "List the backups beside the database, newest first.", "backups", "backups --json | jq -r .result.backups[0].path")
{
    protected override async Task<BackupsAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await @operator.ListBackupsAsync(cancellation).ConfigureAwait(false);
    }

    protected override void Show(BackupsAnswer answer, Screen screen)
    {
        if (answer.Backups.Count == 0)
            screen.Line("There is no backup.");
        else
            screen.Table(["backup", "made", "bytes", "last migration"], answer.Backups.Select(Row));
    }

    private static IReadOnlyList<Cell> Row(BackupAnswer backup) =>
    [
        Path.GetFileName(backup.Path),
        backup.MadeAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Cell.Number(backup.Bytes),
        backup.Problem is { } problem ? new Cell($"{problem.Code}: {problem.What}", Tone.Bad) : backup.Head?.ToString() ?? "none",
    ];
}
