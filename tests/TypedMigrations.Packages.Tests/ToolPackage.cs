using System.IO.Compression;

namespace TypedMigrations.Packages.Tests;

/// <summary>The package of the command line, as it lies in a feed.</summary>
public sealed class ToolPackage
{
    private const string Tools = "tools/net10.0/any/";

    [Test]
    public void HasNoTranslationsAndNoDocumentationOfLibraries()
    {
        var files = Files().Where(file => file.StartsWith(Tools, StringComparison.Ordinal)).Select(file => file[Tools.Length..]).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(files, Has.Member("dotnet-migrations.dll"));
            Assert.That(files.Where(file => file.Contains('/') && !file.StartsWith("runtimes/", StringComparison.Ordinal)), Is.Empty);
            Assert.That(files.Where(file => Path.GetExtension(file) == ".xml"), Is.EqualTo((string[])["DotnetToolSettings.xml"]));
        });
    }

    [Test]
    public void HasTheReadme() => Assert.That(Files(), Has.Member("README.md"));

    private static List<string> Files()
    {
        using var package = ZipFile.OpenRead(LocalFeed.Package("TypedMigrations.Cli"));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }
}
