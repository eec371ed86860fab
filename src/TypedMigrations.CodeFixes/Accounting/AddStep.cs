using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedMigrations.Analyzers.Rules.Accounting;

namespace TypedMigrations.CodeFixes.Accounting;

/// <summary>Adds the line that accounts for a difference to <c>Up</c>, which it writes where there is none.</summary>
/// <param name="id">The rule that it repairs.</param>
public abstract class AddStep(string id) : MigrationFix(id)
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) => $"Add {diagnostic.Properties[GapRule.LineProperty]}";

    private protected override async Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var migration = node.FirstAncestorOrSelf<ClassDeclarationSyntax>()!;
        var up = migration.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.Identifier.ValueText == "Up");
        var changed = WithStep(migration, up, diagnostic.Properties[GapRule.LineProperty]!).WithAdditionalAnnotations(Formatter.Annotation);
        var unit = WithOld((CompilationUnitSyntax)root.ReplaceNode(migration, changed), diagnostic.Properties[GapRule.OldProperty]!);

        return await Formatter.FormatAsync(document.WithSyntaxRoot(unit), Formatter.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
    }

    private static ClassDeclarationSyntax WithStep(ClassDeclarationSyntax migration, MethodDeclarationSyntax? up, string line)
    {
        if (up is null)
        {
            var added = (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"    public override void Up(Steps up)\n    {{\n        {line}\n    }}\n")!;
            // A class without a body has a semicolon in its place.
            return migration.WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.ElasticLineFeed).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed))
                .AddMembers(added);
        }

        var name = up.ParameterList.Parameters[0].Identifier.ValueText;
        var statement = SyntaxFactory.ParseStatement($"        {name}{line.Substring(2)}\n");
        var body = up.Body ?? SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(up.ExpressionBody!.Expression.WithoutTrivia()));
        return migration.ReplaceNode(up, up.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body.AddStatements(statement)));
    }

    /// <summary>The line calls the migration before <c>Old</c>.</summary>
    private static CompilationUnitSyntax WithOld(CompilationUnitSyntax root, string before)
    {
        if (root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(directive => directive.Alias?.Name.Identifier.ValueText == "Old"))
            return root;

        var alias = SyntaxFactory.UsingDirective(SyntaxFactory.NameEquals("Old"), SyntaxFactory.ParseName(before)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.LineFeed);
        return root.AddUsings(alias);
    }
}
