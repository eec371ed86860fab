namespace TypedMigrations.Cli.Answers;

/// <summary>The migrations that the code has.</summary>
/// <param name="Migrations">In run order.</param>
internal sealed record ListAnswer(IReadOnlyList<MigrationAnswer> Migrations);

/// <summary>A migration in the code.</summary>
/// <param name="Id">Stamp and name, such as <c>20201027_ManyRoles</c>.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Stamp">When it was written, UTC.</param>
/// <param name="Fingerprint">The hash over its tokens and data files.</param>
/// <param name="DependsOn">The full names of the migrations of other modules that must have run.</param>
/// <param name="Class">The full name of its class.</param>
internal sealed record MigrationAnswer(string Id, string Module, DateTimeOffset Stamp, string Fingerprint, IReadOnlyList<string> DependsOn, string Class)
{
    public static MigrationAnswer Of(Discovering.CatalogedMigration migration) => new(
        migration.Id.Text, migration.Id.Module, new DateTimeOffset(migration.Id.Stamp, TimeSpan.Zero), migration.Fingerprint, migration.DependsOn, migration.ClassName);
}
