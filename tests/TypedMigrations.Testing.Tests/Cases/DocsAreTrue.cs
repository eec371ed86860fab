using System.Globalization;
using System.Text.RegularExpressions;
using TypedMigrations.Testing.Snapshots;

namespace TypedMigrations.Testing.Tests.Cases;

/// <summary>The code of docs/testing.md is compiled in the samples or here, and its messages are those that tests here expect.</summary>
public sealed partial class DocsAreTrue
{
    private static readonly string Tests = Path.GetDirectoryName(ProjectFolder.Of(typeof(DocsAreTrue).Assembly))!;

    private static IEnumerable<TestCaseData> Blocks => Fence().Matches(Read(Path.Combine(Tests, "..", "docs", "testing.md")))
        .Select((match, i) => new TestCaseData(match.Groups["text"].Value).SetArgDisplayNames(string.Create(CultureInfo.InvariantCulture, $"block {i + 1}")));

    [TestCaseSource(nameof(Blocks))]
    public void EveryBlockIsInASource(string block) => Assert.That(Sources().Select(Lines), Has.Some.Contains(Lines(block)));

    private static IEnumerable<string> Sources() =>
        new[] { "Samples.NUnit", "Samples.Xunit", "TypedMigrations.Testing.Tests" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Tests, project), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Read);

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string Lines(string text) => "\n" + string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\n";

    [GeneratedRegex("^```(csharp|text)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
