namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>Finds the modules of a project and their migrations: by the classes that derive from <c>MigrationModule</c> and <c>Migration</c>, and by their namespaces.</summary>
internal sealed class ModulesInSources(ProjectSources project)
{
    private const string Suffix = "Module";

    private readonly ProjectSources _project = project;
    private readonly IReadOnlyList<(SourceType Type, SourceFile File)> _types = [.. project.Files.SelectMany(file => file.Types.Select(type => (type, file)))];

    public IReadOnlyList<ModuleSources> Read()
    {
        var classes = Deriving("MigrationModule").ToList();
        var migrations = Deriving("Migration").Select(MigrationOf).OfType<MigrationSources>().DistinctBy(migration => migration.Namespace).ToList();
        var owned = migrations.ToLookup(migration => SpaceOfOwner(migration, classes));
        return [.. classes.DistinctBy(module => module.Type.Namespace).Select(module => ModuleOf(module, owned[module.Type.Namespace])),
            .. owned.Where(group => !classes.Exists(module => module.Type.Namespace == group.Key)).Select(ModuleWithoutClass)];
    }

    /// <summary>The classes that derive from one of the library, by way of the project's own base classes, too.</summary>
    public IEnumerable<(SourceType Type, SourceFile File)> Deriving(params string[] library)
    {
        var names = library.ToHashSet(StringComparer.Ordinal);
        while (_types.Any(part => part.Type.IsAbstract && part.Type.Bases.Any(names.Contains) && names.Add(part.Type.Name)))
        {
        }

        return _types.Where(part => !part.Type.IsAbstract && part.Type.Bases.Any(names.Contains));
    }

    private static string SpaceOfOwner(MigrationSources migration, List<(SourceType Type, SourceFile File)> classes) => classes
        .Select(module => module.Type.Namespace).Where(space => space.Length == 0 || (migration.Namespace + ".").StartsWith(space + ".", StringComparison.Ordinal))
        .MaxBy(space => space.Length) ?? migration.Above;

    private MigrationSources? MigrationOf((SourceType Type, SourceFile File) found)
    {
        var space = found.Type.Namespace;
        var segment = space[(space.LastIndexOf('.') + 1)..];
        if (segment.Length < 2 || segment[0] != 'M' || MigrationId.TryParse(segment[1..], "") is not { } id)
            return null;
        var parts = _types.Where(part => (part.Type.Namespace + ".").StartsWith(space + ".", StringComparison.Ordinal)).ToList();
        return new MigrationSources(id, space, found.Type, found.File, parts);
    }

    private ModuleSources ModuleOf((SourceType Type, SourceFile File) module, IEnumerable<MigrationSources> migrations) =>
        new(NameOf(module), module.Type.Namespace, _project, Path.GetDirectoryName(module.File.Path)!, Sorted(migrations));

    private ModuleSources ModuleWithoutClass(IGrouping<string, MigrationSources> group)
    {
        var migrations = Sorted(group);
        return new(group.Key[(group.Key.LastIndexOf('.') + 1)..], group.Key, _project, migrations[^1].FolderAbove, migrations);
    }

    private static List<MigrationSources> Sorted(IEnumerable<MigrationSources> migrations) => [.. migrations.OrderBy(migration => migration.Id.Stamp).ThenBy(migration => migration.Namespace, StringComparer.Ordinal)];

    /// <summary>What the class says with <c>override string Name =&gt; "…"</c>, or else its name without Module.</summary>
    private static string NameOf((SourceType Type, SourceFile File) module)
    {
        var tokens = module.File.Tokens.Where(token => token.Kind != TokenKind.Comment && token.Start >= module.Type.Start && token.End <= module.Type.End).ToList();
        var name = tokens.FindIndex(token => module.File.TextOf(token) == "Name");
        if (name >= 0 && tokens.Skip(name).FirstOrDefault(token => token.Kind == TokenKind.Text) is { End: > 0 } said)
            return module.File.TextOf(said).Trim('"');
        return module.Type.Name.EndsWith(Suffix, StringComparison.Ordinal) && module.Type.Name.Length > Suffix.Length ? module.Type.Name[..^Suffix.Length] : module.Type.Name;
    }
}
