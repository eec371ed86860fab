using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.Tests.Building;

/// <summary>Migrations in the code that change nothing, for plans.</summary>
internal static class Code
{
    /// <summary>A catalog of migrations, each written <c>20201001_First</c> (of module Accounts) or <c>Disco/20201001_First</c>.</summary>
    public static MigrationCatalog Of(params IEnumerable<string> migrations) => new(migrations.Select(text => Migration(text)), []);

    public static CatalogedMigration Migration(string text, string fingerprint = "v1:0123456789abcdef", string[]? dependsOn = null, Func<CatalogedMigration, MigrationDefinition>? load = null,
        Func<CatalogedMigration, MigrationDefinition?>? loadDown = null, string[]? reads = null, string[][]? replaces = null)
    {
        var (module, id) = text.Split('/') is [var named, var rest] ? (named, rest) : ("Accounts", text);
        return new CatalogedMigration(MigrationId.TryParse(id, module)!, $"{module}.M{id}.Migration", $"{module}.M{id}", fingerprint, dependsOn ?? [], load ?? Empty, loadDown, reads, replaces);
    }

    public static string ClassOf(string text) => Migration(text).ClassName;

    public static MigrationDefinition Empty(CatalogedMigration migration) =>
        new(migration.Id, Schema.Empty, Schema.Empty, [Schema.Empty], [], _ => [], []);

    public static MigrationDefinition Untouchable(CatalogedMigration migration) =>
        throw new AssertionException($"The constants of {migration} were touched.");

    public static JournalEntry Entry(string text, string fingerprint = "v1:0123456789abcdef", JournalKind kind = JournalKind.Applied)
    {
        var migration = Migration(text);
        return new JournalEntry
        {
            Module = migration.Id.Module,
            Id = migration.Id.Text,
            Fingerprint = fingerprint,
            Kind = kind,
            At = new DateTimeOffset(2020, 11, 20, 9, 14, 3, TimeSpan.Zero),
            LibraryVersion = "0.1.0",
            ApplicationVersion = "1.4.0",
            Machine = "test",
        };
    }

    /// <summary>A database to which migrations were applied.</summary>
    public static DatabaseState Database(params IEnumerable<string> applied) =>
        new(Exists: true, HasTables: true, [.. applied.Select(text => Entry(text))], IsTestDatabase: false);

    public static MigrationPlan Plan(MigrationCatalog catalog, DatabaseState state, PlanRequest? request = null) =>
        Planner.Plan(catalog, state, request ?? new PlanRequest(), _ => []);

    public static IEnumerable<string> Pending(this MigrationPlan plan) => plan.Pending.Select(pending => Short(pending.Id));

    public static IEnumerable<string> Reverted(this MigrationPlan plan) => plan.Reverted.Select(reverted => Short(reverted.Id));

    public static IEnumerable<string> Later(this MigrationPlan plan) => plan.Later.Select(migration => Short(migration.Id));

    public static IEnumerable<string> Adopted(this MigrationPlan plan) => plan.Adopted.Select(migration => Short(migration.Id));

    public static string ProblemText(this MigrationPlan plan) => string.Join("\n\n", plan.Problems);

    private static string Short(MigrationId id) => id.Module == "Accounts" ? id.Text : $"{id.Module}/{id.Text}";
}
