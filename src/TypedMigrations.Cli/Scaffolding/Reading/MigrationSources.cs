namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>A migration as its sources say it.</summary>
/// <param name="Id">Stamp and name, and the namespace of the module in place of its name.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Class">The class that derives from <c>Migration</c>.</param>
/// <param name="ClassFile">The file that declares the class.</param>
/// <param name="Types">Every type of its namespace and of those below, with its file.</param>
internal sealed record MigrationSources(MigrationId Id, string Namespace, SourceType Class, SourceFile ClassFile, IReadOnlyList<(SourceType Type, SourceFile File)> Types)
{
    /// <summary>The last segment of the namespace, which is also the name of its folder.</summary>
    public string Segment => Namespace[(Namespace.LastIndexOf('.') + 1)..];

    /// <summary>The namespace above it; empty for none.</summary>
    public string Above => Namespace.Contains('.', StringComparison.Ordinal) ? Namespace[..Namespace.LastIndexOf('.')] : "";

    /// <summary>Stamp and name.</summary>
    public string Text => Segment[1..];

    public IEnumerable<SourceFile> Files => Types.Select(part => part.File).Distinct();

    /// <summary>The folder that is named like it; null where its sources lie elsewhere.</summary>
    public string? Folder
    {
        get
        {
            for (var folder = Path.GetDirectoryName(ClassFile.Path); folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (Path.GetFileName(folder) == Segment)
                    return folder;
            }

            return null;
        }
    }

    /// <summary>The folder beside whose folders the next migration's is made.</summary>
    public string FolderAbove => Path.GetDirectoryName(Folder ?? ClassFile.Path)!;

    /// <summary>What <c>using Old = …</c> names; null where no file of it says so.</summary>
    public string? Old => Files.SelectMany(file => file.Usings).FirstOrDefault(directive => directive.Alias == "Old")?.Name.Replace("global::", "", StringComparison.Ordinal);

    /// <summary>The ids that a squash stands for, in each of its attributes; none for any other migration.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ReplacedHistories =>
        [.. Class.Attributes.Where(list => list.Contains("Replaces", StringComparison.Ordinal)).Select(list => (IReadOnlyList<string>)[.. list.Split('"').Where((_, i) => i % 2 == 1)])];

    /// <summary>All ids that a squash stands for; empty for any other migration.</summary>
    public IReadOnlyList<string> Replaces => [.. ReplacedHistories.SelectMany(ids => ids)];

    /// <summary>Whether a namespace is its own or lies below.</summary>
    public bool Holds(string space) => (space + ".").StartsWith(Namespace + ".", StringComparison.Ordinal);
}
