using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>Adds declarations at the end of what a file has in a namespace.</summary>
internal static class AddedTypes
{
    /// <param name="source">The file.</param>
    /// <param name="space">The namespace; the file has it.</param>
    /// <param name="declarations">The lines of each.</param>
    public static SourceText To(SourceText source, string space, IEnumerable<IReadOnlyList<string>> declarations)
    {
        var file = SourceFile.Parse(source);
        var block = file.Spaces.First(item => item.Name == space);
        var isBlock = block.IsBlock;
        var lines = declarations.SelectMany(declaration => declaration.Prepend("")).Select(line => isBlock && line.Length > 0 ? "    " + line : line);
        var added = string.Concat(lines.Select(line => line.Replace("    ", source.Indentation, StringComparison.Ordinal) + source.LineEnding));
        if (!isBlock)
            return source with { Text = source.Text.TrimEnd() + source.LineEnding + added };

        var brace = source.Text[..block.BodyEnd].TrimEnd(' ', '\t');
        return source with { Text = brace + added + source.Text[brace.Length..] };
    }
}
