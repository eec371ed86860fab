using TypedMigrations.Cli.Commands;
using TypedMigrations.Cli.Locating;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding;

/// <summary>Chooses the module that an author means: the one that is named, the one of the working folder, or the only one.</summary>
internal sealed class ModuleChoice
{
    private readonly string? _named;
    private readonly string _folder;

    private ModuleChoice(IReadOnlyList<ProjectSources> projects, string? named, string folder)
    {
        Projects = projects;
        _named = named;
        _folder = folder;
    }

    /// <summary>The project and all that it references, itself first.</summary>
    public IReadOnlyList<ProjectSources> Projects { get; }

    /// <summary>The name that somebody gave the module; null where nobody did.</summary>
    public string? Named => _named;

    private IReadOnlyList<ModuleSources> All => [.. Projects.SelectMany(project => project.Modules)];

    /// <exception cref="CliException">TM6002: it is not known which project is meant. TM6026: its sources cannot be read.</exception>
    public static ModuleChoice Read(Call call)
    {
        var project = call.Settings.Project ?? ProjectFiles.TryFindAbove(call.Surroundings.WorkingFolder) ?? throw CliException.Usage(
            CliErrorCode.NoMigrationsNamed, "It is not known where the migrations are.", "Go into the folder of a project, or name one: --project src/Shop");
        return new ModuleChoice(ProjectSources.ReadWithReferences(project), call.Settings.Module, call.Surroundings.WorkingFolder);
    }

    /// <summary>The module; null where there is none at all.</summary>
    /// <exception cref="CliException">TM6008: there are several, or none of the name.</exception>
    public ModuleSources? TryChoose()
    {
        var found = Candidates();
        if (found.Count == 1 || All.Count == 0)
            return found.FirstOrDefault();
        var example = All[0].Name;
        throw _named is not null && found.Count == 0
            ? CliException.Usage(CliErrorCode.ModuleNotNamed, $"There is no module '{_named}'.", $"Name one that there is: --module {example}. For a new one write a class that derives from MigrationModule into a namespace of its own.", ("there are", NamesOf(All)))
            : CliException.Usage(CliErrorCode.ModuleNotNamed, "It is not known which module is meant.", $"Name it, --module {example}, or go into its folder.", ("there are", NamesOf(found)));
    }

    /// <summary>The module.</summary>
    /// <exception cref="CliException">TM6008: there are several, or none.</exception>
    public ModuleSources Choose() => TryChoose() ?? throw CliException.Usage(
        CliErrorCode.ModuleNotNamed, $"{Path.GetFileName(Projects[0].Path)} has no module.", "Scaffold its first migration: dotnet migrations new FirstTables", ("project", Projects[0].Path));

    /// <summary>The module that is named or of the working folder; else all of the project, or of what it references.</summary>
    /// <exception cref="CliException">TM6008: there is none, or none of the name.</exception>
    public IReadOnlyList<ModuleSources> ChooseAll() => Candidates() is { Count: > 0 } found ? found : [Choose()];

    private IReadOnlyList<ModuleSources> Candidates()
    {
        if (_named is not null)
            return [.. All.Where(module => module.IsCalled(_named))];
        var here = All.Where(module => IsIn(module.Folder) || module.Migrations.Any(migration => IsIn(migration.FolderAbove))).ToList();
        if (here.Count > 0)
            return [.. here.Where(module => module.Folder.Length == here.Max(other => other.Folder.Length))];
        return Projects[0].Modules.Count > 0 ? Projects[0].Modules : All;
    }

    private bool IsIn(string folder) => (_folder + Path.DirectorySeparatorChar).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string NamesOf(IEnumerable<ModuleSources> modules) => string.Join('\n', modules.Select(module => module.Name));
}
