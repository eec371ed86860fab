using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TypedMigrations.Packages.Tests;

/// <summary>A newcomer types the readme's quick start in an empty folder, and has the packages and nothing else of this repository.</summary>
public sealed partial class QuickStart
{
    private string _folder = "";

    [Test]
    public async Task WorksAsTheReadmeShows()
    {
        _folder = LocalFeed.NewFolder("QuickStart");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.targets"), VersionsOfThisMachine());

        foreach (var step in QuickStartText.Steps())
            await Do(step);
    }

    [Test]
    public void TriesTheVerbsThatANewcomerNeeds()
    {
        var verbs = QuickStartText.Steps().OfType<QuickStartStep.Typed>().Where(step => step.Command.StartsWith("dotnet migrations ", StringComparison.Ordinal)).Select(step => step.Command.Split(' ')[2]);

        Assert.That(verbs, Is.SupersetOf((string[])["new", "status", "plan", "rehearse", "up", "dump", "down", "backups", "restore", "freeze"]));
    }

    private Task Do(QuickStartStep step) => step switch
    {
        QuickStartStep.Typed typed => Type(typed),
        QuickStartStep.Written written => File.WriteAllTextAsync(Path.Combine(_folder, written.Path), written.Text),
        QuickStartStep.Changed changed => Change(changed),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private async Task Type(QuickStartStep.Typed typed)
    {
        if (typed.Command.StartsWith("cd ", StringComparison.Ordinal))
        {
            _folder = Path.GetFullPath(typed.Command[3..], _folder);
            return;
        }

        var words = typed.Command.Split(' ');
        Assert.That(words[0], Is.EqualTo("dotnet"));
        var (exitCode, output) = await Dotnet.Run(_folder, words[1..]);

        // An error that the readme shows is the answer that it means to show.
        Assert.That(exitCode, Is.EqualTo(ErrorCode().IsMatch(typed.Shown) ? 1 : 0), () => $"{typed.Command}\n{output}");
        Assert.That(Steady(output), Does.Match(Pattern(typed.Shown)), typed.Command);
    }

    private async Task Change(QuickStartStep.Changed changed)
    {
        var path = Find(changed.Path);
        var text = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");
        Assert.That(text.Split(changed.Before), Has.Length.EqualTo(2), () => $"{path} has these lines once:\n{changed.Before}\n{text}");
        await File.WriteAllTextAsync(path, text.Replace(changed.Before, changed.After, StringComparison.Ordinal));
    }

    /// <summary>The file that the readme names with an ellipsis for the stamp.</summary>
    private string Find(string path) => Directory.EnumerateFiles(_folder, Path.GetFileName(path), SearchOption.AllDirectories)
        .Single(file => Regex.IsMatch(Path.GetRelativePath(_folder, file).Replace('\\', '/'), $"^{Elided(path)}$"));

    /// <summary>The lines that are shown follow each other as they are; an ellipsis stands for the rest of a line.</summary>
    private static string Pattern(string shown) => string.Join(@"\n(.*\n)*?", Steady(shown).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $".*{Elided(line)}.*"));

    private static string Elided(string text) => Regex.Escape(text).Replace("…", ".*", StringComparison.Ordinal);

    /// <summary>Times differ from run to run, and the width of columns with them.</summary>
    private static string Steady(string output) =>
        Spaces().Replace(Seconds().Replace(Times().Replace(Stamps().Replace(output.ReplaceLineEndings("\n"), "stamp"), "time"), "0.00 s"), " ");

    /// <summary>Which versions the template of the test project names is no matter of this test; this machine has those that the repository names.</summary>
    private static string VersionsOfThisMachine()
    {
        var packages = XDocument.Load(LocalFeed.InRepository("Directory.Packages.props")).Descendants("PackageVersion");
        return $"""
            <Project>
              <ItemGroup>
                <PackageReference Remove="coverlet.collector" />
            {string.Concat(packages.Select(package => $"    <PackageReference Update=\"{package.Attribute("Include")!.Value}\" Version=\"{package.Attribute("Version")!.Value}\" />\n"))}  </ItemGroup>
            </Project>
            """;
    }

    [GeneratedRegex(@"^TM\d{4}: ")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"\d{14}")]
    private static partial Regex Stamps();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\dZ|\d{8}T\d{9}Z")]
    private static partial Regex Times();

    [GeneratedRegex(@"\d+\.\d\d s")]
    private static partial Regex Seconds();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
