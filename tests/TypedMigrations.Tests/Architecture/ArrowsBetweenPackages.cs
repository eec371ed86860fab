using System.Xml.Linq;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Architecture;

public sealed class ArrowsBetweenPackages
{
    // A library that brings hosting, or a database.
    private static readonly string[] HostingLibraries = ["Microsoft.Extensions.Hosting", "Microsoft.Extensions.Options", "Microsoft.Extensions.Diagnostics", "Scrutor", "Microsoft.AspNetCore"];
    private static readonly string[] StoreLibraries = ["LiteDB", "Npgsql"];

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        // Packed inside: the rules, their repairs and the freezing. The core refers to none of them when it runs.
        ["TypedMigrations"] = ["TypedMigrations.CodeFixes", "TypedMigrations.Build"],
        ["TypedMigrations.Analyzers"] = [],
        ["TypedMigrations.CodeFixes"] = ["TypedMigrations.Analyzers"],
        ["TypedMigrations.Build"] = [],
        ["TypedMigrations.LiteDb"] = ["TypedMigrations"],
        ["TypedMigrations.Hosting"] = ["TypedMigrations"],
        ["TypedMigrations.Testing"] = ["TypedMigrations"],
        // An application: it joins a store with what its verbs ask, and reads an application's options as its host does.
        ["TypedMigrations.Cli"] = ["TypedMigrations.Hosting", "TypedMigrations.LiteDb"],
    };

    private static IEnumerable<string> Projects => Repository.Sources("*.csproj").Select(path => Path.GetFileNameWithoutExtension(path));

    private static string[] References(string project, string kind)
    {
        var file = Repository.Sources("*.csproj").Single(path => Path.GetFileNameWithoutExtension(path) == project);
        return [.. XDocument.Load(file).Descendants(kind).Select(item => item.Attribute("Include")!.Value.Replace('\\', '/')).Select(name => kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(name) : name)];
    }

    private static IEnumerable<string> OfThese(IEnumerable<string> references, string[] libraries) =>
        references.Where(reference => libraries.Any(library => reference == library || reference.StartsWith(library + ".", StringComparison.Ordinal)));

    [Test]
    public void EveryPackageIsKnownHere() => Assert.That(Projects, Is.EquivalentTo(Arrows.Keys));

    [TestCaseSource(nameof(Projects))]
    public void PointOnlyWhereTheDesignSays(string project) => Assert.That(References(project, "ProjectReference"), Is.EquivalentTo(Arrows[project]));

    [TestCase("TypedMigrations")]
    [TestCase("TypedMigrations.LiteDb")]
    [TestCase("TypedMigrations.Testing")]
    public void LeadNoProviderToHosting(string project) => Assert.That(OfThese(References(project, "PackageReference"), HostingLibraries), Is.Empty);

    [TestCase("TypedMigrations")]
    [TestCase("TypedMigrations.Hosting")]
    [TestCase("TypedMigrations.Testing")]
    public void LeadNobodyElseToAStore(string project) => Assert.That(OfThese(References(project, "PackageReference"), StoreLibraries), Is.Empty);

    [Test]
    public void LeadNoVerbOfTheCommandLineToAStore()
    {
        var surface = Repository.Sources("*.cs").Where(path => path.Replace('\\', '/') is var file && (file.Contains("/TypedMigrations.Cli/Commands/", StringComparison.Ordinal) || file.Contains("/TypedMigrations.Cli/Showing/", StringComparison.Ordinal) || file.Contains("/TypedMigrations.Cli/Answers/", StringComparison.Ordinal))).ToList();

        Assert.That(surface, Has.Count.GreaterThan(30), "the list is real");
        Assert.That(surface.Where(path => File.ReadAllText(path) is var text && (text.Contains("using LiteDB", StringComparison.Ordinal) || text.Contains("LiteDbStore", StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void AreThoseOfTheCompiledCore()
    {
        var references = typeof(Migrator).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        Assert.That(references, Has.Some.EqualTo("System.Runtime"), "the list is real");
        Assert.That(OfThese(references, [.. HostingLibraries, .. StoreLibraries]), Is.Empty);
    }
}
