using System.Text.RegularExpressions;

namespace Readme.Tests;

/// <summary>The readme and the sources of this project, found from the test's own folder upwards.</summary>
internal static partial class ReadmeFile
{
    private static readonly string Root = FindRoot();

    /// <summary>The fenced blocks of one language, as they are written.</summary>
    public static IReadOnlyList<string> Blocks(string language) =>
        [.. Fence().Matches(Read(Path.Combine(Root, "README.md"))).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value.TrimEnd('\n'))];

    /// <summary>All code that this project compiles.</summary>
    public static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests", "Readme.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Read);

    /// <summary>The lines without their indent and without empty ones, so that a block may be shown without its class around it.</summary>
    public static string Lines(string text) =>
        "\n" + string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\n";

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Migrations.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the test has Migrations.sln.");
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
