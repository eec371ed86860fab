using System.Text.RegularExpressions;

namespace TypedMigrations.Packages.Tests;

/// <summary>What a newcomer does at the readme's quick start, in order.</summary>
internal abstract record QuickStartStep
{
    /// <summary>A line is typed.</summary>
    /// <param name="Command">The line.</param>
    /// <param name="Shown">What the readme shows below it; empty where it shows nothing.</param>
    public sealed record Typed(string Command, string Shown) : QuickStartStep;

    /// <summary>A file is written.</summary>
    public sealed record Written(string Path, string Text) : QuickStartStep;

    /// <summary>Lines of a file are changed: those with a minus go, those with a plus come.</summary>
    public sealed record Changed(string Path, string Before, string After) : QuickStartStep;
}

/// <summary>The quick start of the readme, so that what is tested is what is read.</summary>
internal static partial class QuickStartText
{
    public static IReadOnlyList<QuickStartStep> Steps()
    {
        var readme = File.ReadAllText(LocalFeed.InRepository("README.md")).ReplaceLineEndings("\n");
        var section = Section().Match(readme).Value;
        var blocks = Block().Matches(section).Select(match => (Language: match.Groups["language"].Value, Text: match.Groups["text"].Value, File: FileNamedBefore(section[..match.Index]))).ToList();
        return [.. blocks.SelectMany((block, i) => block.Language switch
        {
            "shell" => Typed(block.Text, i + 1 < blocks.Count && blocks[i + 1].Language == "text" ? blocks[i + 1].Text : ""),
            "text" => [],
            "diff" => [new QuickStartStep.Changed(block.File, Side(block.Text, '-'), Side(block.Text, '+'))],
            _ => [new QuickStartStep.Written(block.File, block.Text)],
        })];
    }

    /// <summary>What a block of output shows is what the last line before it prints.</summary>
    private static IEnumerable<QuickStartStep> Typed(string block, string shown)
    {
        var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select((line, i) => new QuickStartStep.Typed(line, i == lines.Length - 1 ? shown : ""));
    }

    private static string FileNamedBefore(string text) => FileName().Matches(text).LastOrDefault()?.Groups["path"].Value ?? "";

    private static string Side(string diff, char sign) =>
        string.Concat(diff.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] == sign || line[0] == ' ').Select(line => line[1..] + "\n"));

    [GeneratedRegex("^## Quick start\n.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`(?<path>[^`\s]+\.(cs|json))`")]
    private static partial Regex FileName();
}
