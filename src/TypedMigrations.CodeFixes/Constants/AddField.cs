using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0204: declares a field for the property, below the fields that are there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddField() : MigrationFix("TM0204")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) => "Declare a field for the property";

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var constants = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var line = SyntaxFactory.ParseMemberDeclaration(diagnostic.Properties[PropertyWithoutField.LineProperty]!)!;
        var last = constants.Members.OfType<FieldDeclarationSyntax>().Last(field => field.Declaration.Type.ToString().StartsWith("Field<") || field.Declaration.Type.ToString().StartsWith("Table<"));
        var added = line.WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))).WithTrailingTrivia(last.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));

        return Task.FromResult(document.WithSyntaxRoot(root.InsertNodesAfter(last, [added])));
    }
}
