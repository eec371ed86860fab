using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0212: declares the index with the method for what can be kept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ChangeIndexKind() : MigrationFix("TM0212")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        node is IdentifierNameSyntax ? $"Write {diagnostic.Properties[UniqueIndexNotKeepable.MethodProperty]}" : null;

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation) =>
        Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(node, SyntaxFactory.IdentifierName(diagnostic.Properties[UniqueIndexNotKeepable.MethodProperty]!).WithTriviaFrom(node))));
}
