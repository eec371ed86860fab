using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0209: names the migration's own type of the same name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NameOwnType() : MigrationFix("TM0209")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        node is QualifiedNameSyntax && diagnostic.Properties.TryGetValue(ConstantOfAnotherMigration.OwnProperty, out var own) ? $"Name this migration's own {own}" : null;

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var own = SyntaxFactory.IdentifierName(diagnostic.Properties[ConstantOfAnotherMigration.OwnProperty]!);
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(node, own.WithTriviaFrom(node))));
    }
}
