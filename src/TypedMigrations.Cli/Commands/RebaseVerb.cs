using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Scaffolding;
using TypedMigrations.Cli.Scaffolding.Rebasing;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Rebases a migration after another branch's came in. It reads and writes sources only.</summary>
internal sealed class RebaseVerb : Verb<RebaseAnswer>
{
    private readonly Argument<string?> _migration = new("migration") { Description = "Stamp, id or name. The default is the one that is not frozen and follows one that another follows, too.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _from = new("--from") { Description = "The migration that it was copied from. The default is the one that its alias Old names.", HelpName = "migration" };

    public RebaseVerb()
        : base("rebase", "After a merge, let your migration follow the other branch's: a later stamp where it needs one, its alias Old, and what the other changed in constants and records. Returns 1 where conflicts stay in the files.", "rebase", "rebase PhoneNumbers", "rebase 20201024_Third --from 20201006_First")
    {
        Add(_migration);
        Add(_from);
    }

    protected override Task<RebaseAnswer> RunAsync(Call call, CancellationToken cancellation) =>
        Task.FromResult(new Rebase(() => ModuleChoice.Read(call), call.Value(_from), DateTime.UtcNow).Run(call.Value(_migration)));

    protected override ExitCode ExitCodeOf(RebaseAnswer answer, Call call) => answer.Migrations.Any(migration => migration.Conflicts.Count > 0) ? ExitCode.Failed : ExitCode.Done;

    protected override void Show(RebaseAnswer answer, Screen screen)
    {
        if (answer.Migrations.Count == 0)
        {
            screen.Line($"Nothing to rebase: each migration of module {answer.Module} follows the one before it.", Tone.Good);
            return;
        }

        foreach (var migration in answer.Migrations)
        {
            screen.Line(migration.Id == migration.WasId ? migration.Id : $"{migration.WasId} is {migration.Id} now", Tone.Good);
            screen.Line($"  follows {migration.Follows}");
            foreach (var file in migration.Files)
                screen.Line("  " + Path.GetRelativePath(Path.GetDirectoryName(migration.Folder)!, file));
        }

        screen.Line();
        foreach (var conflict in answer.Migrations.SelectMany(migration => migration.Conflicts))
            screen.Line($"{Count(conflict.Places, "conflict")} to resolve in {conflict.File}", Tone.Bad);
        var conflicts = answer.Migrations.Sum(migration => migration.Conflicts.Sum(file => file.Places));
        screen.Line(conflicts == 0 ? "Rebased." : $"Rebased, with {Count(conflicts, "conflict")} to resolve: edit what stands between <<<<<<< and >>>>>>>.", conflicts == 0 ? Tone.Good : Tone.Odd);
        screen.Line("The tests show how schema and plan have changed: accept them when they are right.");
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
