using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Puts a backup into the place of the database.</summary>
internal sealed class RestoreVerb : Verb<RestoreAnswer>
{
    private readonly Argument<string?> _backup = new("backup") { Description = "The backup: its file name as backups lists it, or a path. The default is the newest.", Arity = ArgumentArity.ZeroOrOne };

    public RestoreVerb()
        : base("restore", "Put a backup into the place of the database, which becomes the newest backup. Shows first what would be lost, and asks.", "restore", "restore 20261122T162201846Z.db", "restore --yes --json") => Add(_backup);

    protected override async Task<RestoreAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await new Restoring(call.Value(_backup), call, @operator).RunAsync(cancellation).ConfigureAwait(false);
    }

    protected override void Show(RestoreAnswer answer, Screen screen)
    {
        screen.Warnings(answer);
        screen.Line($"Restored {answer.Plan.Database} from {answer.Plan.From} in {RunText.Seconds(answer.Milliseconds)}.", Tone.Good);
        if (answer.Backup is not null)
            screen.Line($"The database as it was before: {answer.Backup}");
    }
}
