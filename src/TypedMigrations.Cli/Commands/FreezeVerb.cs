using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Loading;
using TypedMigrations.Cli.Scaffolding;
using TypedMigrations.Cli.Scaffolding.Reading;
using TypedMigrations.Cli.Showing;
using TypedMigrations.Freezing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Freezes migrations: the build adds them to their ledgers, and holds them from then on.</summary>
internal sealed class FreezeVerb : Verb<FreezeAnswer>
{
    private const string Target = "FreezeMigrations";

    private readonly Option<bool> _check = new("--check") { Description = "Change nothing; return 2 where a migration is not frozen yet." };

    public FreezeVerb()
        : base("freeze", "Build, and add each new migration to the ledger of its module. From then on the build refuses every change of it.", "freeze", "freeze --project modules/Accounts", "freeze --check") => Add(_check);

    protected override async Task<FreezeAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        var before = ModulesOf(call);
        var open = before.SelectMany(module => Unfrozen(module)).ToList();
        if (call.Value(_check))
            return new FreezeAnswer(IsCheck: true, open);

        // The build also says what is wrong with the ledger, so that it runs even where nothing seems to be open.
        foreach (var project in before.Select(module => module.Project.Path).Distinct())
            await new ProjectBuild(project, call.Settings.Configuration, call.Screen).RunTargetAsync(Target, cancellation).ConfigureAwait(false);
        var left = ModulesOf(call).SelectMany(module => Unfrozen(module)).ToList();
        return new FreezeAnswer(IsCheck: false, [.. open.Except(left)]);
    }

    protected override ExitCode ExitCodeOf(FreezeAnswer answer, Call call) => answer is { IsCheck: true, Migrations.Count: > 0 } ? ExitCode.Differs : ExitCode.Done;

    protected override void Show(FreezeAnswer answer, Screen screen)
    {
        if (answer.Migrations.Count == 0)
        {
            screen.Line(answer.IsCheck ? "Every migration is frozen." : "Nothing to freeze: the ledgers have every migration.", Tone.Good);
            return;
        }

        screen.Table(["migration", "module"], answer.Migrations.Select(migration => (IReadOnlyList<Cell>)[migration.Id, migration.Module]));
        screen.Line();
        // Below the table: a path is longer than a column.
        foreach (var ledger in answer.Migrations.Select(migration => migration.Ledger).Distinct())
            screen.Line($"{(answer.IsCheck ? "Not frozen yet in" : "Frozen in")} {ledger}", answer.IsCheck ? Tone.Odd : Tone.Good);
        screen.Line(answer.IsCheck ? "Freeze them when they leave this machine for a database that counts: dotnet migrations freeze" : "Check the ledger in together with the migrations.");
    }

    private static IReadOnlyList<ModuleSources> ModulesOf(Call call) => ModuleChoice.Read(call).ChooseAll();

    private static IEnumerable<FrozenAnswer> Unfrozen(ModuleSources module) => module.Migrations.Where(migration => module.LedgerOf(migration) is null)
        .Select(migration => new FrozenAnswer(migration.Text, module.Name, Path.Combine(module.Migrations[^1].FolderAbove, Ledger.FileName)));
}
