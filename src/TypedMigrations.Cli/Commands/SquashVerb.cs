using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Scaffolding;
using TypedMigrations.Cli.Scaffolding.Reading;
using TypedMigrations.Cli.Scaffolding.Rebasing;
using TypedMigrations.Cli.Scaffolding.Squashing;
using TypedMigrations.Cli.Showing;
using TypedMigrations.LiteDb;
using TypedMigrations.Storing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Makes one first migration of many old ones. It builds, because the old ones say what a new database holds.</summary>
internal sealed class SquashVerb : Verb<SquashAnswer>
{
    private readonly Option<string?> _to = new("--to") { Description = "The last migration that every database has: stamp, id or name. The default is the newest.", HelpName = "migration" };

    public SquashVerb()
        : base("squash", "Make a new first migration that stands for the old ones, whose folders go: constants and records of the last, and the data that a new database holds after it. Asks first.", "squash --to 20201027_ManyRoles", "squash --module Accounts --yes") => Add(_to);

    protected override async Task<SquashAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        var module = ModuleChoice.Read(call).Choose();
        var last = call.Value(_to) is { } named ? new RebaseChoice(module).Find(named)
            : module.Newest ?? throw CliException.Usage(CliErrorCode.NothingToSquash, $"There is nothing to squash in module {module.Name}: it has no migration.", "Scaffold its first one: dotnet migrations new FirstTables");
        var squash = new Squash(module, last);
        var loaded = (await Operators.LoadModulesAsync(call.Settings, call, cancellation).ConfigureAwait(false)).Modules;
        var built = loaded.FirstOrDefault(other => (other.GetType().Namespace ?? "") == module.Namespace) ?? throw CliException.Usage(
            CliErrorCode.ModuleNotNamed, $"The build has no module of the namespace {module.Namespace}.", "Write a class that derives from MigrationModule into it.", ("there are", string.Join('\n', loaded.Select(other => other.Name))));
        var bootstrap = await MakeAsync(loaded, built.Name, last, testData: false, cancellation).ConfigureAwait(false);
        var withTestData = await MakeAsync(loaded, built.Name, last, testData: true, cancellation).ConfigureAwait(false);
        await call.ConfirmAsync($"{last.Text} of module {module.Name} would stand for {squash.Replaced.Count} older migrations, and their folders would go. A database that has only some of them could no longer be migrated.", cancellation).ConfigureAwait(false);
        return squash.Write(built.Name, bootstrap, withTestData);
    }

    protected override void Show(SquashAnswer answer, Screen screen)
    {
        screen.Line(answer.Folder);
        foreach (var file in answer.Files)
            screen.Line("  " + Path.GetRelativePath(answer.Folder, file));
        screen.Line();
        screen.Line($"{answer.Id} of module {answer.Module} is the first migration now, and stands for {answer.Removed.Count} older ones, which are gone: {string.Join(", ", answer.Removed)}.", Tone.Good);
        foreach (var file in answer.StillNaming)
            screen.Line("It still names one that is gone: " + file, Tone.Bad);
        screen.Line("Build, accept the changed plan in the tests, and freeze: dotnet migrations freeze");
    }

    private static Task<NewDatabase> MakeAsync(IReadOnlyList<MigrationModule> modules, string module, MigrationSources last, bool testData, CancellationToken cancellation) =>
        NewDatabase.MakeAsync(modules, TestDatabases.TryFind(typeof(LiteDbTestDatabases).Assembly)!, MigrationGoal.To(last.Text, module), testData, cancellation);
}
