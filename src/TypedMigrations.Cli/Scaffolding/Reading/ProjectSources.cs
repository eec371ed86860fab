using System.Xml;
using System.Xml.Linq;
using TypedMigrations.Freezing;

namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>The C# files of a project, and the ledgers beside its migrations.</summary>
internal sealed class ProjectSources
{
    private const string Extension = ".csproj";

    private readonly Lazy<IReadOnlyList<ModuleSources>> _modules;

    private ProjectSources(string path, IReadOnlyList<SourceFile> files, IReadOnlyList<(string, Ledger)> ledgers, XDocument project)
    {
        Path = path;
        Files = files;
        Ledgers = ledgers;
        Project = project;
        _modules = new(() => new ModulesInSources(this).Read());
    }

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<(string Path, Ledger Ledger)> Ledgers { get; }

    public IReadOnlyList<ModuleSources> Modules => _modules.Value;

    private XDocument Project { get; }

    /// <summary>The namespace in which its classes are by default.</summary>
    public string RootNamespace => Project.Descendants().FirstOrDefault(element => element.Name.LocalName == "RootNamespace")?.Value.Trim() is { Length: > 0 } said && !said.Contains('$', StringComparison.Ordinal)
        ? said
        : Identifiers.SpaceOf(System.IO.Path.GetFileNameWithoutExtension(Path));

    /// <exception cref="CliException">TM6026: a file cannot be read.</exception>
    public static ProjectSources Read(string path)
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(path)!;
            var files = SourceFolder.FilesOf(folder, "*.cs", isProject: true).Select(SourceFile.Read).ToList();
            var ledgers = SourceFolder.FilesOf(folder, Ledger.FileName, isProject: true).Select(ledger => (ledger, Ledger.Parse(File.ReadAllText(ledger)))).ToList();
            return new ProjectSources(path, files, ledgers, XDocument.Load(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            throw CliException.Failed(CliErrorCode.SourcesNotUsable, $"The sources of {System.IO.Path.GetFileName(path)} cannot be read.", "Correct the file that the reason names.", ("reason", exception.Message));
        }
    }

    /// <summary>A project and those that it references, and so on, itself first. Projects that are not there are left out.</summary>
    public static IReadOnlyList<ProjectSources> ReadWithReferences(string path)
    {
        var read = new List<ProjectSources> { Read(path) };
        for (var i = 0; i < read.Count; i++)
        {
            foreach (var reference in read[i].References().Where(reference => read.TrueForAll(other => other.Path != reference)))
                read.Add(Read(reference));
        }

        return read;
    }

    private List<string> References() => [.. Project.Descendants().Where(element => element.Name.LocalName == "ProjectReference")
        .Select(element => element.Attribute("Include")?.Value.Replace('\\', '/')).Where(include => include?.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) == true)
        .Select(include => System.IO.Path.GetFullPath(include!, Folder)).Where(File.Exists)];
}
