using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Reaching;

namespace TypedMigrations.CodeFixes.Reaching;

/// <summary>Repairs TM0114: declares on the migration class, in whichever file it is, that it depends on the other migration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DeclareDependency() : MigrationFix("TM0114")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        diagnostic.Properties.TryGetValue(UndeclaredDependency.AttributeProperty, out var attribute) ? $"Add [{attribute}]" : null;

    private protected override async Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var compilation = await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        var place = compilation?.GetTypeByMetadataName(diagnostic.Properties[UndeclaredDependency.ClassProperty]!)?.DeclaringSyntaxReferences.FirstOrDefault();
        if (place is null || document.Project.GetDocument(place.SyntaxTree) is not { } changed)
            return document;

        var migration = (ClassDeclarationSyntax)await place.GetSyntaxAsync(cancellation).ConfigureAwait(false);
        var oldRoot = await place.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        return changed.WithSyntaxRoot(oldRoot.ReplaceNode(migration, WithAttribute(migration, diagnostic.Properties[UndeclaredDependency.AttributeProperty]!)));
    }

    private static ClassDeclarationSyntax WithAttribute(ClassDeclarationSyntax migration, string attribute)
    {
        // The comment above the class stays above, the indentation is the attribute's and the class's.
        var indentation = migration.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var lineEnd = migration.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToString();
        var list = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.ParseName(attribute))])
            .WithLeadingTrivia(migration.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd));

        var bare = migration.WithLeadingTrivia(indentation);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list));
    }
}
