using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TypedMigrations.Analyzers.Rules.Freezing;

namespace TypedMigrations.CodeFixes.Freezing;

/// <summary>Repairs TM0502 as far as it is mechanical: <c>Old</c> becomes the migration before. What that one changed, the other rules then ask for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FollowTheMigrationBefore() : MigrationFix("TM0502")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        diagnostic.Properties.TryGetValue(TwoFollowOne.FollowProperty, out var follow) ? $"Follow {follow}" : null;

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var follow = SyntaxFactory.ParseName(diagnostic.Properties[TwoFollowOne.FollowProperty]!).WithTriviaFrom(node);

        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(node, follow)));
    }
}
