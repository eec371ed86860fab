namespace TypedMigrations.Cli.Showing;

/// <summary>Breaks text into lines at blanks.</summary>
internal static class Wrapping
{
    /// <summary>The lines of a text, each as wide as it may be; those that go on are indented as the first is. A word that is too wide stays whole.</summary>
    public static IEnumerable<string> Lines(string text, int width) => text.Split('\n').SelectMany(line => Wrap(line, width));

    private static IEnumerable<string> Wrap(string line, int width)
    {
        var indent = new string(' ', Math.Min(line.Length - line.TrimStart().Length + 2, width / 2));
        while (line.Length > width)
        {
            var at = line.LastIndexOf(' ', width);
            if (at <= indent.Length)
                break;
            yield return line[..at].TrimEnd();
            line = indent + line[(at + 1)..].TrimStart();
        }

        yield return line;
    }
}
