using System.Text.RegularExpressions;

namespace TypedMigrations.Packages.Tests;

/// <summary>A project that refers to nothing but the packages breaks every rule once, each in a file that is named after the rule.</summary>
public sealed partial class EveryRule
{
    private static string _output = "";

    private static IEnumerable<string> Rules => Directory.EnumerateFiles(LocalFeed.InRepository("docs", "rules"), "TM*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order();

    [OneTimeSetUp]
    public async Task Build()
    {
        var project = LocalFeed.NewProject("Broken", "TypedMigrations.LiteDb");
        foreach (var file in Directory.EnumerateFiles(LocalFeed.InRepository("tests", "TypedMigrations.Packages.Tests", "Broken"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(project, Path.GetRelativePath(LocalFeed.InRepository("tests", "TypedMigrations.Packages.Tests", "Broken"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        (_, _output) = await Dotnet.Run(project, "build");
    }

    [TestCaseSource(nameof(Rules))]
    public void FiresInTheBuild(string rule) => Assert.That(
        Reported().Matches(_output).Where(match => match.Groups["id"].Value == rule).Select(match => match.Groups["file"].Value), Has.Some.Contains(rule), _output);

    [Test]
    public void IsTheOnlyFault() => Assert.That(AnyError().Matches(_output).Select(match => match.Value), Is.Empty);

    [GeneratedRegex(@"(?<file>[^\s(]+)\(\d+,\d+\): (error|warning) (?<id>TM\d+):")]
    private static partial Regex Reported();

    [GeneratedRegex(@"error (?!TM)\w+:.*")]
    private static partial Regex AnyError();
}
