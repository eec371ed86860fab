using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Fingerprinting;

/// <summary>The hash of a piece of syntax: of its tokens, and nothing between them.</summary>
internal static class TokenHash
{
    public static string Of(SyntaxNode node)
    {
        var digest = new Digest();
        foreach (var token in node.DescendantTokens())
        {
            // Empty tokens are the parser's own, such as the omitted argument in List<>.
            if (TextOf(token) is { Length: > 0 } text)
                digest.Add(text);
        }

        return digest.ToHex();
    }

    private static string TextOf(SyntaxToken token)
    {
        var text = token.Kind() switch
        {
            SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => Unindented(token),
            SyntaxKind.InterpolatedStringTextToken when IsInMultiLineRawString(token) => token.ValueText,
            SyntaxKind.InterpolatedMultiLineRawStringStartToken => token.Text.TrimEnd() + "\n",
            SyntaxKind.InterpolatedRawStringEndToken => token.Text.TrimStart(),
            _ => token.Text,
        };

        return LineEndings.Normalize(text);
    }

    // A raw string is indented with the code around it. That is layout: only the value between the quotes counts.
    private static string Unindented(SyntaxToken token)
    {
        var opening = token.Text.Substring(0, token.Text.Length - token.Text.TrimStart('"').Length);
        var closing = token.Text.Substring(token.Text.LastIndexOf(opening, System.StringComparison.Ordinal));

        return opening + "\n" + token.ValueText + "\n" + closing;
    }

    private static bool IsInMultiLineRawString(SyntaxToken token) =>
        token.Parent?.Parent is InterpolatedStringExpressionSyntax literal
        && literal.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken);
}
