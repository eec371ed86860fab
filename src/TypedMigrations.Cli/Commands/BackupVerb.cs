using System.CommandLine;
using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Makes a backup.</summary>
internal sealed class BackupVerb : Verb<MadeBackupAnswer>
{
    private readonly Option<string?> _to = new("--to") { Description = "Where to, in place of the folder of backups; nothing may be there yet.", HelpName = "path" };

    public BackupVerb()
        : base("backup", "Make a backup: a copy that is read again before it counts. It lies among the others, which runs prune, or at a path of your own.", "backup", "backup --to /backups/shop-2026-11-23.db") => Add(_to);

    protected override async Task<MadeBackupAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        var path = call.Value(_to) is { } to ? Path.GetFullPath(to, call.Surroundings.WorkingFolder) : null;
        return await @operator.BackupAsync(path, cancellation).ConfigureAwait(false);
    }

    protected override void Show(MadeBackupAnswer answer, Screen screen)
    {
        screen.Warnings(answer);
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Backup of {answer.Database}: {answer.Backup.Path} ({answer.Backup.Bytes:N0} bytes)"), Tone.Good);
    }
}
