using TypedMigrations.Discovering;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>By what the code and the journal know one migration.</summary>
internal sealed record MigrationKey(string Module, string Id)
{
    public static MigrationKey Of(CatalogedMigration migration) => new(migration.Id.Module, migration.Id.Text);

    public static MigrationKey Of(JournalEntry entry) => new(entry.Module, entry.Id);
}
