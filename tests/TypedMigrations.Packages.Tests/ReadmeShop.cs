namespace TypedMigrations.Packages.Tests;

/// <summary>The shop of the readme, built as a user builds it.</summary>
public sealed class ReadmeShop
{
    [Test]
    public async Task WithoutTheLastStepDoesNotBuildAndSaysWhatTheReadmeShows()
    {
        var project = LocalFeed.NewProject("ReadmeShop", "TypedMigrations.LiteDb");
        var shop = LocalFeed.InRepository("tests", "Readme.Tests", "Shop");
        foreach (var file in Directory.EnumerateFiles(shop, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(project, Path.GetRelativePath(shop, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(file)).Replace("        up.Drop(Old.CustomerTable.Fax);\n", ""));
        }

        var (_, output) = await Dotnet.Run(project, "build");

        var shown = (await File.ReadAllTextAsync(LocalFeed.InRepository("README.md"))).ReplaceLineEndings("\n").Split('\n').Single(line => line.StartsWith("error TM", StringComparison.Ordinal));
        Assert.That(output, Does.Contain(shown));
    }
}
