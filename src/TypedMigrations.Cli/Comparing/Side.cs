using TypedMigrations.Discovering;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Cli.Comparing;

/// <summary>One of the two that a comparison is between.</summary>
/// <param name="Name">How the answer names it.</param>
internal abstract record Side(string Name)
{
    /// <summary>The constants of a migration.</summary>
    internal sealed record OfMigration(CatalogedMigration Migration) : Side(Migration.Id.ToString());

    /// <summary>A database, or a dump that was loaded into one.</summary>
    internal sealed record OfDatabase(string Name, LiteDbStore Store) : Side(Name);
}
