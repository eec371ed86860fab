using TypedMigrations.Testing.Migrating;
using TypedMigrations.Testing.Snapshots;

namespace TypedMigrations.Testing.Cases;

/// <summary>Makes the tests of a module.</summary>
internal static class ModuleTests
{
    public static IReadOnlyList<MigrationTest> Of(MigrationModule module, MigrationTestOptions options) => Of(module, options, new Lazy<string>(() => ProjectFolder.Of(module.GetType().Assembly)));

    internal static IReadOnlyList<MigrationTest> Of(MigrationModule module, MigrationTestOptions options, Lazy<string> projectFolder)
    {
        var history = History.Of(ModulesOfTests.WithDependencies(module.GetType(), [module, .. options.Modules]));
        var problems = history.Catalog.Problems.Concat(history.Catalog.Migrations.SelectMany(migration => migration.Definition.Problems)).DistinctBy(problem => problem.ToString()).ToList();
        if (problems.Count > 0)
            throw new MigrationException(problems);

        var subjects = history.Catalog.Migrations.Where(migration => migration.Id.Module == module.Name).Select(migration => new Subject(history, migration, options)).ToList();
        var snapshots = new ModuleSnapshots(module.Name, subjects, projectFolder);
        return [.. subjects.SelectMany(subject => Of(subject, snapshots)), new MigrationTest("Latest schema is as verified", snapshots.VerifyLatest)];
    }

    private static IEnumerable<MigrationTest> Of(Subject subject, ModuleSnapshots snapshots)
    {
        var id = subject.Migration.Id.Text;
        yield return new MigrationTest($"{id} has the schema that is verified", () => snapshots.VerifySchema(subject));
        yield return new MigrationTest($"{id} has the plan that is verified", () => snapshots.VerifyPlan(subject));
        yield return new MigrationTest($"{id} keeps its data", () => DataIsKept.Run(subject));
        if (subject.Options.RandomDatabases > 0 && subject.Definition.Before.Tables.Count > 0)
            yield return new MigrationTest($"{id} keeps random data", () => new RandomData(subject).Run());
        if (subject.Migration.Down is not null)
            yield return new MigrationTest($"{id} is taken back", () => DataIsRestored.Run(subject));
    }
}
