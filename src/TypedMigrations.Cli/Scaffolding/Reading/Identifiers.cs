namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>Makes names as C# has them from what people call things.</summary>
internal static class Identifiers
{
    /// <summary>Whether a text is a name in PascalCase: it begins with a capital, or with a letter that has no case.</summary>
    public static bool IsPascal(string text) => text.Length > 0 && char.IsLetter(text[0]) && !char.IsLower(text[0]) && text.All(Lexer.IsWordPart);

    /// <summary><c>add phone-number</c> as AddPhoneNumber; empty where it has no letter.</summary>
    public static string Pascal(string text)
    {
        var words = new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..])).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : "";
    }

    /// <summary>One of what a table holds: <c>order_lines</c> as OrderLine.</summary>
    public static string Singular(string table)
    {
        var name = Pascal(table);
        return name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4 ? name[..^3] + "y"
            : EndsInEs(name) ? name[..^2]
            : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("us", StringComparison.Ordinal) && !name.EndsWith("is", StringComparison.Ordinal) && name.Length > 2 ? name[..^1]
            : name;
    }

    /// <summary>The namespace that a project's name makes: <c>my-shop.web</c> as my_shop.web.</summary>
    public static string SpaceOf(string project) => string.Join('.', project.Split('.').Select(segment =>
    {
        var safe = new string([.. segment.Select(letter => Lexer.IsWordPart(letter) ? letter : '_')]);
        return safe.Length == 0 || char.IsDigit(safe[0]) ? "_" + safe : safe;
    }));

    private static bool EndsInEs(string name) => new[] { "sses", "xes", "ches", "shes", "zzes" }.Any(end => name.EndsWith(end, StringComparison.Ordinal));
}
