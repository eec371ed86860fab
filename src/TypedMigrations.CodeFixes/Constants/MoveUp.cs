using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0208: moves the declaration that comes too late above the one that needs it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MoveUp() : MigrationFix("TM0208")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) => Late(diagnostic, node) is null ? null : $"Move {diagnostic.Properties[UsedBeforeItIsSet.FieldProperty]} up";

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var late = Late(diagnostic, node)!;
        var early = node.FirstAncestorOrSelf<FieldDeclarationSyntax>()!;
        var both = root.TrackNodes(late, early);
        var without = both.RemoveNode(both.GetCurrentNode(late)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        return Task.FromResult(document.WithSyntaxRoot(without.InsertNodesBefore(without.GetCurrentNode(early)!, [late])));
    }

    /// <summary>The declaration to move; null where it is in another part of the class, or stands together with others.</summary>
    private static FieldDeclarationSyntax? Late(Diagnostic diagnostic, SyntaxNode node) =>
        diagnostic.Properties.TryGetValue(UsedBeforeItIsSet.FieldProperty, out var name)
            ? node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<FieldDeclarationSyntax>()
                .FirstOrDefault(field => field.Declaration.Variables.Count == 1 && field.Declaration.Variables[0].Identifier.ValueText == name)
            : null;
}
