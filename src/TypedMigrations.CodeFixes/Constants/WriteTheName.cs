using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0202: writes the name as a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WriteTheName() : MigrationFix("TM0202")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        diagnostic.Properties.TryGetValue(NameIsNoLiteral.LiteralProperty, out var name) ? $"Write {SymbolDisplay.FormatLiteral(name!, quote: true)}" : null;

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(diagnostic.Properties[NameIsNoLiteral.LiteralProperty]!));
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(node, literal.WithTriviaFrom(node))));
    }
}
