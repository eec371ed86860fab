using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>Copies the constants and the records of a migration for the one that follows it: every type that its tables need, and neither its steps nor its data.</summary>
internal sealed class ConstantsCopy
{
    private readonly MigrationSources _migration;
    private readonly HashSet<string> _own;
    private readonly HashSet<string> _kept;
    private readonly HashSet<string> _dropped;

    public ConstantsCopy(MigrationSources migration, ProjectSources project)
    {
        _migration = migration;
        var kinds = new ModulesInSources(project);
        _own = [.. kinds.Deriving("Migration", "BootstrapSeed", "TestSeed").Where(part => migration.Holds(part.Type.Namespace)).Select(part => part.Type.Name)];
        _kept = Reach(migration.Types.Where(part => !_own.Contains(part.Type.Name) && DeclaresTable(part)).Select(part => part.Type.Name), withDerived: true);
        _kept.ExceptWith(_own);
        _dropped = [.. Reach(_own, withDerived: false).Where(name => !_kept.Contains(name))];
    }

    /// <summary>Whether the migration declares any table.</summary>
    public bool HasTables => _kept.Count > 0;

    /// <summary>The files that have something to copy.</summary>
    /// <param name="named">The name of the class and the last segment of the namespace that the copy belongs to.</param>
    /// <param name="old">The namespace that <c>using Old</c> shall name; null where nothing comes before.</param>
    /// <param name="classText">What takes the place of the migration's class, where its file has something to copy; empty for nothing.</param>
    public IReadOnlyList<CopiedFile> Files(SourceName named, string? old, Func<SourceFile, string> classText) =>
        [.. _migration.Files.Where(HasSomething).Select(file => new CopiedFile(PathOf(file, named), Copy(file, named, old, classText)))];

    /// <summary>Whether the class of the migration stands in a file that has something to copy.</summary>
    public bool ClassIsAmongThem => HasSomething(_migration.ClassFile);

    /// <summary>Where in a migration's folder a file lies; one that is named like the class is named like the other's class there.</summary>
    public string PathOf(SourceFile file, SourceName named)
    {
        var path = _migration.Folder is { } folder && file.Path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.GetRelativePath(folder, file.Path) : Path.GetFileName(file.Path);
        return Path.GetFileNameWithoutExtension(path) == _migration.Class.Name ? Path.Combine(Path.GetDirectoryName(path)!, named.Class + ".cs") : path;
    }

    private static bool DeclaresTable((SourceType Type, SourceFile File) part)
    {
        var tokens = part.File.Tokens.Where(token => token.Kind != TokenKind.Comment && token.Start >= part.Type.Start && token.End <= part.Type.End).ToList();
        return tokens.Zip(tokens.Skip(1)).Any(pair => part.File.TextOf(pair.First) == "Table" && part.File.TextOf(pair.Second) == "<");
    }

    /// <summary>Types, all types that they name, and so on.</summary>
    private HashSet<string> Reach(IEnumerable<string> from, bool withDerived)
    {
        var reached = from.ToHashSet(StringComparer.Ordinal);
        var known = _migration.Types.Select(part => part.Type.Name).ToHashSet(StringComparer.Ordinal);
        for (var before = -1; before != reached.Count;)
        {
            before = reached.Count;
            foreach (var (type, _) in _migration.Types)
            {
                if (reached.Contains(type.Name))
                    reached.UnionWith(type.Words.Where(word => known.Contains(word) && !_own.Contains(word)));
                else if (withDerived && !_own.Contains(type.Name) && type.Bases.Any(reached.Contains))
                    reached.Add(type.Name);
            }
        }

        return reached;
    }

    private bool HasSomething(SourceFile file) => file.Types.Any(type => _migration.Holds(type.Namespace) && _kept.Contains(type.Name));

    private bool Stays(SourceType type) => _migration.Holds(type.Namespace) && !_dropped.Contains(type.Name) && !_own.Contains(type.Name);

    private SourceText Copy(SourceFile file, SourceName named, string? old, Func<SourceFile, string> classText)
    {
        var edits = new Edits(file);
        foreach (var type in file.Types.Where(type => !Stays(type)))
        {
            if (type == _migration.Class && classText(file) is { Length: > 0 } text)
                edits.Replace(type.Start, type.End, text);
            else
                edits.RemoveLines(type.Start, type.End);
        }

        foreach (var space in file.Spaces.Where(space => space.IsBlock && !file.Types.Any(type => type.Start >= space.BodyStart && type.End <= space.BodyEnd && (Stays(type) || type == _migration.Class))))
            edits.RemoveLines(space.Start, space.End);
        foreach (var directive in file.Usings)
            Edit(directive, edits, old);
        edits.AddRange(new Renaming(_migration.Namespace, named.Segment).In(file));
        return file.Source with { Text = TrimEnd(edits.Apply(), file.Source.LineEnding) };
    }

    private void Edit(UsingDirective directive, Edits edits, string? old)
    {
        var name = directive.Name.Replace("global::", "", StringComparison.Ordinal);
        if (directive.Alias == "Old" && old is null)
            edits.RemoveLines(directive.Start, directive.End);
        else if (directive.Alias == "Old")
            edits.Replace(directive.NameStart, directive.NameEnd, old!);
        else if (directive.Alias is null && name != _migration.Namespace && _migration.Holds(name) && !_migration.Types.Any(part => (part.Type.Namespace + ".").StartsWith(name + ".", StringComparison.Ordinal) && Stays(part.Type)))
            edits.RemoveLines(directive.Start, directive.End);
    }

    private static string TrimEnd(string text, string lineEnding) => text.TrimEnd() + lineEnding;
}

/// <summary>What a migration is called in its sources.</summary>
/// <param name="Class">The class.</param>
/// <param name="Segment">The last segment of the namespace.</param>
internal sealed record SourceName(string Class, string Segment);
