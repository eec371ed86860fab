using System.Reflection;

namespace TypedMigrations.Discovering;

/// <summary>The migrations that the code has, in run order, and what is wrong with them.</summary>
/// <remarks>
/// It is read from the manifests of the module assemblies. Constants, records and steps are loaded when a
/// migration's <see cref="CatalogedMigration.Definition"/> is asked for, so that a start with nothing pending touches none.
/// </remarks>
public sealed class MigrationCatalog
{
    internal MigrationCatalog(IEnumerable<CatalogedMigration> migrations, IEnumerable<Problem> problems)
    {
        Migrations = RunOrder.Of([.. migrations], out var orderProblems);
        Problems = [.. problems, .. orderProblems, .. SquashCheck.Check(Migrations)];
    }

    /// <summary>The migrations of all modules, in run order: by stamp, then dependency, then module.</summary>
    public IReadOnlyList<CatalogedMigration> Migrations { get; }

    /// <summary>What is wrong with the code's migrations, whatever the database is.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>What the journal notes where a run leaves the database with all of these: see <see cref="ProgramDigest"/>. Null where an assembly has no digest.</summary>
    internal string? Digest { get; init; }

    /// <summary>Finds the migrations of modules in their assemblies.</summary>
    /// <param name="modules">The modules of the application.</param>
    public static MigrationCatalog Discover(IEnumerable<MigrationModule> modules) => new CatalogReader([.. modules]).Read();

    /// <summary>The migration that an id names: stamp, stamp and name, or name. Null where none or several do.</summary>
    /// <param name="text">Such as <c>20201027</c>, <c>20201027_ManyRoles</c> or <c>ManyRoles</c>.</param>
    /// <param name="module">The module to look in, or null for all.</param>
    public CatalogedMigration? TryFind(string text, string? module = null)
    {
        var found = Migrations.Where(migration => (module is null || migration.Id.Module == module) && Names(migration.Id, text)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static bool Names(MigrationId id, string text) =>
        id.Text == text || id.StampText == text || id.Name == text || id.Stamp.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture) == text;
}
