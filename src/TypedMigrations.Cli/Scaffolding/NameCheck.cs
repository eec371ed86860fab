using TypedMigrations.Cli.Scaffolding.Copying;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding;

/// <summary>Whether a new migration can be called so, and its tables, too.</summary>
/// <param name="projects">The project and those that it references.</param>
/// <param name="module">The module; null where there is none yet.</param>
internal sealed class NameCheck(IReadOnlyList<ProjectSources> projects, ModuleSources? module)
{
    private static readonly HashSet<string> OfTheLibrary =
        [.. typeof(MigrationModule).Assembly.GetExportedTypes().Where(type => type.Namespace == nameof(TypedMigrations)).Select(type => type.Name.Split('`')[0]), "Old", nameof(System), nameof(TypedMigrations)];

    /// <exception cref="CliException">TM6020, TM6021, TM6022</exception>
    public void Check(string name, IReadOnlyList<TableSkeleton> tables)
    {
        if (!Identifiers.IsPascal(name))
        {
            var proposal = Identifiers.Pascal(name);
            throw CliException.Usage(CliErrorCode.NameNotUsable, $"'{name}' is no name for a migration: a class and a namespace are named by it.",
                $"Write it as C# writes names: dotnet migrations new {(Identifiers.IsPascal(proposal) ? proposal : "FirstTables")}", ("given", name));
        }

        if (module?.Migrations.FirstOrDefault(migration => migration.Id.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } taken)
            throw Taken(name, $"Module {module.Name} has a migration of that name.", ("migration", taken.Text));
        if (Holder(name) is { } holder)
            throw Taken(name, $"A class of that name would hide {holder} from the code of the migration.", ("class", name));
        foreach (var table in tables)
            Check(table, name);
    }

    private static CliException Taken(string name, string why, (string, string) fact) =>
        CliException.Usage(CliErrorCode.NameTaken, $"The name {name} is taken. {why}", $"Choose another, which says what changes: dotnet migrations new {name}Again", fact);

    private void Check(TableSkeleton table, string name)
    {
        var copied = module?.Newest;
        var takenBy = new[] { table.Constants, table.Record }.FirstOrDefault(type => type == name || OfTheLibrary.Contains(type) || Spaces().Contains(type) || copied?.Types.Any(part => part.Type.Name == type) == true);
        if (takenBy is not null)
        {
            throw CliException.Usage(CliErrorCode.TableNotUsable, $"The table {table.Table} would get a class {takenBy}, and that name is taken.",
                "Leave --table out, and write the constants of the table with other names.", ("table", table.Table), ("class", takenBy));
        }
    }

    /// <summary>What has the name already, in words; null for nothing.</summary>
    private string? Holder(string name) => Spaces().Contains(name) ? $"the namespace {name}"
        : OfTheLibrary.Contains(name) ? $"{name} of the library"
        : module?.Newest?.Types.Any(part => part.Type.Name == name && part.Type != module.Newest.Class) == true ? $"the class {name} of the constants and records"
        : null;

    private HashSet<string> Spaces() => [.. projects.SelectMany(project => project.Files.SelectMany(file => file.Spaces.Select(space => space.Name)).Append(project.RootNamespace)).SelectMany(space => space.Split('.'))];
}
