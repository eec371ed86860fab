using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Naming;

namespace TypedMigrations.CodeFixes;

/// <summary>A repair that lets a using directive name the migration before.</summary>
/// <param name="id">The rule that it repairs.</param>
public abstract class RetargetUsing(string id) : MigrationFix(id)
{
    private protected sealed override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null && Target(diagnostic) is { } target ? $"Name the migration before, {target}" : null;

    private protected sealed override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var directive = node.FirstAncestorOrSelf<UsingDirectiveSyntax>()!;
        var target = SyntaxFactory.ParseName(Target(diagnostic)!).WithTriviaFrom(directive.NamespaceOrType);

        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(directive.NamespaceOrType, target)));
    }

    private static string? Target(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(OlderThanItsPredecessor.NamespaceProperty, out var target) ? target : null;
}
