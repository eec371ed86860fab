using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Scaffolding.Copying;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding;

/// <summary>Makes the sources of a new migration: what its tables look like is copied from the one before, and nothing is done yet.</summary>
internal sealed class NewMigration
{
    private readonly string _name;
    private readonly ModuleChoice _choice;
    private readonly ModuleSources? _module;
    private readonly IReadOnlyList<TableSkeleton> _tables;
    private readonly string _segment;

    /// <param name="name">Its name, in PascalCase.</param>
    /// <param name="choice">The module.</param>
    /// <param name="tables">The names of tables that it adds.</param>
    /// <param name="now">The time, UTC.</param>
    /// <exception cref="CliException">TM6020: the name cannot be used. TM6021: it is taken. TM6022: nor can that of a table.</exception>
    public NewMigration(string name, ModuleChoice choice, IReadOnlyList<string> tables, DateTime now)
    {
        _name = name;
        _choice = choice;
        _module = choice.TryChoose();
        _tables = [.. tables.Select(TableSkeleton.Of).DistinctBy(table => table.Table)];
        new NameCheck(choice.Projects, _module).Check(name, _tables);
        var stamps = _module?.Migrations.Select(migration => migration.Id.Stamp).Concat(Newest?.Files.SelectMany(file => Stamps.NamedIn(file.Source)) ?? []) ?? [];
        _segment = Stamps.SegmentOf(Stamps.After(now, stamps), name);
    }

    private MigrationSources? Newest => _module?.Newest;

    private ProjectSources Project => _module?.Project ?? _choice.Projects[0];

    private string Namespace => Above.Length == 0 ? _segment : $"{Above}.{_segment}";

    private string Above => Newest?.Above ?? _module?.Namespace ?? Project.RootNamespace;

    private string Folder => Path.Combine(Newest?.FolderAbove ?? _module?.Folder ?? Project.Folder, _segment);

    private SourceText Like => Project.Files.Count > 0 ? Project.Files[0].Source : SourceText.Read(Project.Path);

    /// <summary>Writes the files.</summary>
    /// <exception cref="CliException">TM6026: they cannot be written.</exception>
    public NewAnswer Write()
    {
        var (moduleName, moduleFile) = ModuleClass();
        var sources = Sources().Select(file => file.Source with { Path = Path.Combine(Folder, file.RelativePath) });
        IReadOnlyList<SourceText> files = [.. moduleFile is null ? [] : new[] { moduleFile }, .. sources, .. SnapshotFiles.Of(Newest, Folder, _tables)];
        SourceFiles.Write(files);
        return new NewAnswer(_segment[1..], moduleName, Namespace, Folder, Newest?.Text, [.. files.Select(file => file.Path)]);
    }

    /// <summary>The module's name, and its class where there is no module yet.</summary>
    private (string Name, SourceText? File) ModuleClass()
    {
        if (_module is not null)
            return (_module.Name, null);
        var named = Identifiers.Pascal(_choice.Named ?? Above[(Above.LastIndexOf('.') + 1)..]);
        var name = named.Length > 6 && named.EndsWith("Module", StringComparison.Ordinal) ? named[..^6] : named;
        string[] lines =
        [
            "using TypedMigrations;", "", $"namespace {Above};", "", $"public sealed class {name}Module : MigrationModule", "{",
            "    /// <summary>The journal holds this name: it stays, whatever the class is called.</summary>", $"    public override string Name => \"{name}\";", "}",
        ];
        return (name, new SourceText(Path.Combine(Project.Folder, $"{name}Module.cs"), (string.Join('\n', lines) + "\n").ReplaceLineEndings(Like.LineEnding), HasMark: false));
    }

    private IReadOnlyList<CopiedFile> Sources()
    {
        var migration = new MigrationClass(_name, Namespace, Newest);
        var copy = Newest is null ? null : new ConstantsCopy(Newest, Project);
        if (copy?.HasTables != true)
            return [new CopiedFile("Migration.cs", migration.File(Like)), .. FirstFiles.Of(Namespace, _tables, Like)];

        var named = new SourceName(_name, _segment);
        var files = WithTables(copy.Files(named, Newest!.Namespace, migration.Class));
        return copy.ClassIsAmongThem ? files : [new CopiedFile(copy.PathOf(Newest.ClassFile, named), migration.File(Like)), .. files];
    }

    /// <summary>Adds constants where there are constants, and records where there are records.</summary>
    private IReadOnlyList<CopiedFile> WithTables(IReadOnlyList<CopiedFile> files)
    {
        if (_tables.Count == 0)
            return files;
        var constants = files.Last(file => SourceFile.Parse(file.Source).Types.Any(type => type.Namespace == Namespace && type.Words.Contains("Table")));
        var records = files.LastOrDefault(file => SourceFile.Parse(file.Source).Types.Any(type => type.Namespace == Namespace && type.Words.Contains("record"))) ?? constants;
        return [.. files.Select(file => file with
        {
            Source = AddedTypes.To(file.Source, Namespace, [.. file == constants ? _tables.Select(table => table.ConstantsLines()) : [], .. file == records ? _tables.Select(table => table.RecordLines()) : []]),
        })];
    }
}
