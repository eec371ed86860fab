using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Scaffolding.Copying;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Squashing;

/// <summary>Makes a new first migration in the place of the last one that it stands for, whose namespace it keeps, so that what comes after it stays as it is.</summary>
internal sealed class Squash
{
    private readonly ModuleSources _module;
    private readonly MigrationSources _last;

    /// <param name="module">The module.</param>
    /// <param name="last">The last migration that is squashed.</param>
    /// <exception cref="CliException">TM6026: a migration has no folder. TM6027: there is none before it.</exception>
    public Squash(ModuleSources module, MigrationSources last)
    {
        _module = module;
        _last = last;
        Replaced = [.. module.Migrations.TakeWhile(migration => migration != last)];
        if (Replaced.Count == 0)
        {
            throw CliException.Usage(CliErrorCode.NothingToSquash, $"There is nothing to squash in module {module.Name}: {last.Text} is its first migration.",
                "Name the last migration that every database has, --to 20201027_ManyRoles, or leave it as it is.", ("migration", last.Text));
        }

        if (Replaced.Append(last).FirstOrDefault(migration => migration.Folder is null) is { } homeless)
        {
            throw CliException.Usage(CliErrorCode.SourcesNotUsable, $"Migration {homeless.Text} of module {module.Name} has no folder of its own.",
                $"Move its sources into a folder {homeless.Segment}, and call again.", ("found in", homeless.ClassFile.Path));
        }
    }

    /// <summary>The migrations whose folders go.</summary>
    public IReadOnlyList<MigrationSources> Replaced { get; }

    private string Folder => _last.Folder!;

    /// <summary>Writes the squash, and removes what it replaces.</summary>
    /// <param name="name">The module's name, as the built module says it.</param>
    /// <param name="bootstrap">What a new database holds after the last migration.</param>
    /// <param name="withTestData">The same with test data.</param>
    /// <exception cref="CliException">TM6026: a file cannot be written. TM6028: data cannot be written as JSON; nothing was changed.</exception>
    public SquashAnswer Write(string name, NewDatabase bootstrap, NewDatabase withTestData)
    {
        var files = Sources().Select(file => file.Source with { Path = Path.Combine(Folder, file.RelativePath) }).Concat(Data(name, bootstrap, withTestData)).ToList();
        SourceFiles.Do(() =>
        {
            // What is there by then is whole: a call that is cut off leaves more than it should, never less.
            foreach (var file in files)
                file.Write();
            foreach (var old in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".cs" or ".json").Except(files.Select(file => file.Path)).ToList())
                File.Delete(old);
            foreach (var migration in Replaced)
                Directory.Delete(migration.Folder!, recursive: true);
        });
        return new SquashAnswer(_last.Text, name, Folder, [.. Replaced.Select(migration => migration.Text)], [.. files.Select(file => file.Path)], [.. StillNaming()]);
    }

    private IReadOnlyList<CopiedFile> Sources()
    {
        var named = new SourceName(_last.Class.Name, _last.Segment);
        var migration = new MigrationClass(_last.Class.Name, _last.Namespace, _last, Attributes());
        var copy = new ConstantsCopy(_last, _module.Project);
        var files = copy.Files(named, old: null, migration.Class);
        return copy.ClassIsAmongThem ? files : [new CopiedFile(copy.PathOf(_last.ClassFile, named), migration.File(_last.ClassFile.Source)), .. files];
    }

    /// <summary>One attribute for each history: some databases ran an earlier squash, others what it stood for.</summary>
    private IReadOnlyList<string> Attributes()
    {
        var ids = Replaced.Append(_last).Select(migration => migration.Text).ToList();
        return [.. Replaced[0].ReplacedHistories.Select(history => Attribute([.. history, .. ids.Skip(1)])), Attribute(ids)];
    }

    private static string Attribute(IEnumerable<string> ids) => $"[Replaces({string.Join(", ", ids.Select(id => $"\"{id}\""))})]";

    private IEnumerable<SourceText> Data(string name, NewDatabase bootstrap, NewDatabase withTestData)
    {
        var seeds = new SeedFiles(_last.Namespace, Folder, _last.ClassFile.Source);
        var always = Tables(name, bootstrap);
        return seeds.Of("BootstrapData", nameof(BootstrapSeed), "bootstrap", [.. always.Select(table => (table, table.Records))])
            .Concat(seeds.Of("TestData", nameof(TestSeed), "test", [.. Tables(name, withTestData).Select(table => (table, Without(table, always.First(other => other.Schema.Name == table.Schema.Name))))]));
    }

    private static List<NewTable> Tables(string module, NewDatabase database) => [.. database.Tables.Where(table => table.Module == module)];

    /// <summary>The records whose keys bootstrap data does not have.</summary>
    private static IReadOnlyList<object> Without(NewTable table, NewTable bootstrap)
    {
        var keys = bootstrap.Records.Select(bootstrap.Schema.KeyOf).ToHashSet();
        return [.. table.Records.Where(record => !keys.Contains(table.Schema.KeyOf(record)))];
    }

    /// <summary>The sources that name a migration which is gone: other modules that depend on it, tests.</summary>
    private IEnumerable<string> StillNaming() => SourceFolder.FilesOf(SourceFolder.RootOf(_module.Project.Folder), "*.cs", isProject: false)
        .Where(path => File.ReadAllText(path) is var text && Replaced.Any(migration => text.Contains(migration.Segment, StringComparison.Ordinal)));
}
