using System.Text.RegularExpressions;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>Writes the class of a migration that has no step yet, in the manner of the one before it.</summary>
/// <param name="name">The class.</param>
/// <param name="space">Its namespace.</param>
/// <param name="before">The migration in whose manner it is written: the one before, or for a squash the one whose place it takes; null for the first.</param>
/// <param name="replaces">The attributes of a squash; none for any other.</param>
internal sealed partial class MigrationClass(string name, string space, MigrationSources? before, params IReadOnlyList<string> replaces)
{
    private const string Library = "TypedMigrations";

    private static readonly string[] Body =
    [
        "{",
        "    public override void Up(Steps up)",
        "    {",
        "        // What the constants say needs no step: new tables, new optional fields, indexes. The rest is said here,",
        "        // with up.Rename, up.Convert, up.Fill, up.Drop and others. The build names what is missing.",
        "    }",
        "}",
    ];

    /// <summary>The migrations of other modules that the one before depends on: the constants that are copied from it may refer to them.</summary>
    private IReadOnlyList<string> Dependencies => [.. before?.Class.Attributes.SelectMany(list => Dependency().Matches(list)).Select(found => $"[{found.Value}]") ?? []];

    /// <summary>The whole file.</summary>
    /// <param name="likeProject">A file whose line endings are those of the project.</param>
    public SourceText File(SourceText likeProject)
    {
        var like = before?.ClassFile;
        var block = like?.Spaces.FirstOrDefault(item => item.Name == before!.Namespace);
        var usings = Usings(like);
        var areInside = block is { IsBlock: true } && like!.Usings.Any(directive => directive.Start > block.BodyStart);
        string[] lines = block is { IsBlock: true }
            ? [.. areInside ? [] : WithGap(usings), $"namespace {space}", "{", .. Indent(areInside ? WithGap(usings) : []), .. Indent(Lines()), "}"]
            : [.. WithGap(usings), $"namespace {space};", "", .. Lines()];
        return Text(like?.Source ?? likeProject, [.. Header(like), .. lines]);
    }

    /// <summary>The class alone, to stand where that of the migration before stands in its file.</summary>
    /// <param name="like">That file.</param>
    public string Class(SourceFile like)
    {
        var line = like.Source.Text.LastIndexOf('\n', Math.Max(0, before!.Class.Start - 1)) + 1;
        var indentation = like.Source.Text[line..Math.Max(line, before.Class.Start)];
        return string.Join(like.Source.LineEnding, Lines().Select((text, i) => i == 0 || text.Length == 0 ? text : indentation + text));
    }

    private IEnumerable<string> Lines()
    {
        var modifiers = before?.Class.Modifiers.Where(word => word is "public" or "internal" or "sealed").ToList() ?? ["public", "sealed"];
        var head = $"{string.Join(' ', modifiers.Append("class"))} {name} : Migration";
        return replaces.Count == 0 ? [.. Dependencies, head, .. Body] : [.. Dependencies, .. replaces, head + ";"];
    }

    /// <summary>The library, the migration before as Old, and what the dependencies are named by.</summary>
    private List<string> Usings(SourceFile? like)
    {
        if (like is null)
            return [$"using {Library};"];
        var needed = like.Usings.Where(directive => directive.Alias != "Old" && IsNeeded(directive)).ToLookup(directive => directive.Alias is null, directive => like.Source.Text[directive.Start..directive.End]);
        return [.. needed[true], .. replaces.Count > 0 ? [] : new[] { $"using Old = {before!.Namespace};" }, .. needed[false]];
    }

    private bool IsNeeded(UsingDirective directive) => directive.Name == Library || (Dependencies.Count > 0
        && (directive.Alias is { } alias ? Dependencies.Any(list => Lexer.Read(list).Any(token => list[token.Start..token.End] == alias)) : Stamps.NamedIn(new SourceText("", directive.Name, HasMark: false)).Any()));

    /// <summary>The comments at the head of a file: a copyright, as a rule.</summary>
    private static IEnumerable<string> Header(SourceFile? like)
    {
        var comments = like?.Tokens.TakeWhile(token => token.Kind == TokenKind.Comment).ToList() ?? [];
        if (comments.Count == 0 || like!.Tokens.Count == comments.Count || like.Types.Any(type => type.Start <= comments[^1].Start))
            return [];
        return like.Source.Text[comments[0].Start..like.Tokens[comments.Count].Start].TrimEnd(' ', '\t').ReplaceLineEndings("\n")[..^1].Split('\n');
    }

    [GeneratedRegex("DependsOn<[^>]+>")]
    private static partial Regex Dependency();

    private static IEnumerable<string> Indent(IEnumerable<string> lines) => lines.Select(line => line.Length == 0 ? line : "    " + line);

    private static IEnumerable<string> WithGap(List<string> lines) => lines.Count == 0 ? [] : [.. lines, ""];

    private static SourceText Text(SourceText like, IReadOnlyList<string> lines)
    {
        var text = string.Join('\n', lines) + "\n";
        return like with { Text = text.Replace("    ", like.Indentation, StringComparison.Ordinal).ReplaceLineEndings(like.LineEnding) };
    }
}
