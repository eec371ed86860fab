using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0211: declares the key, right below its table.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddKey() : MigrationFix("TM0211")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) => diagnostic.Properties.ContainsKey(PropertyWithoutField.LineProperty) ? "Declare the key" : null;

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var table = node.FirstAncestorOrSelf<FieldDeclarationSyntax>()!;
        var key = SyntaxFactory.ParseMemberDeclaration(diagnostic.Properties[PropertyWithoutField.LineProperty]!)!
            .WithLeadingTrivia(table.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(table.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        return Task.FromResult(document.WithSyntaxRoot(root.InsertNodesAfter(table, [key])));
    }
}
