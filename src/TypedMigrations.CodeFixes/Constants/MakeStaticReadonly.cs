using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0201: makes the field <c>static readonly</c>, and a property such a field.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakeStaticReadonly() : MigrationFix("TM0201")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) => !diagnostic.Properties.ContainsKey(ConstantIsNotReadonly.RepairProperty) ? null : MemberOf(node) switch
    {
        FieldDeclarationSyntax => "Make it static readonly",
        PropertyDeclarationSyntax property when ValueOf(property) is not null => "Make it a field that is static readonly",
        _ => null,
    };

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var member = MemberOf(node)!;
        var repaired = member is PropertyDeclarationSyntax property ? FieldOf(property) : ((FieldDeclarationSyntax)member).WithoutLeadingTrivia().WithModifiers(With(member.Modifiers));
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(member, repaired.WithTriviaFrom(member))));
    }

    private static MemberDeclarationSyntax? MemberOf(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    private static ExpressionSyntax? ValueOf(PropertyDeclarationSyntax property) => property.Initializer?.Value ?? property.ExpressionBody?.Expression;

    private static MemberDeclarationSyntax FieldOf(PropertyDeclarationSyntax property) => SyntaxFactory
        .FieldDeclaration(SyntaxFactory.VariableDeclaration(
            property.Type,
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(
                property.Identifier.WithTrailingTrivia(SyntaxFactory.Space), null,
                SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), ValueOf(property)!.WithoutTrivia())))))
        .WithModifiers(With(property.Modifiers))
        .WithAttributeLists(property.AttributeLists);

    /// <summary>The accessibility that is there, and what is missing.</summary>
    private static SyntaxTokenList With(SyntaxTokenList modifiers)
    {
        SyntaxKind[] wanted = [SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword];
        IEnumerable<SyntaxKind> kept = modifiers.Select(modifier => modifier.Kind()).Where(kind => kind is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword);
        return SyntaxFactory.TokenList(kept.Concat(wanted).Select(kind => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
