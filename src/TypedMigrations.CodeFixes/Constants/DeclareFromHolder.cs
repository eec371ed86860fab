using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Constants;

namespace TypedMigrations.CodeFixes.Constants;

/// <summary>Repairs TM0203: declares a field of a nested record from the field that holds the record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DeclareFromHolder() : MigrationFix("TM0203")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        diagnostic.Properties.TryGetValue(PropertyOfAnotherRecord.HolderProperty, out var holder) ? $"Declare it from {holder}" : null;

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var lambda = node.FirstAncestorOrSelf<SimpleLambdaExpressionSyntax>()!;
        var call = lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        var declared = (MemberAccessExpressionSyntax)call.Expression;
        var property = ((MemberAccessExpressionSyntax)lambda.ExpressionBody!).WithExpression(SyntaxFactory.IdentifierName(lambda.Parameter.Identifier.WithoutTrivia()));
        var holder = SyntaxFactory.ParseExpression(diagnostic.Properties[PropertyOfAnotherRecord.HolderProperty]!);

        var repaired = call.ReplaceNode(lambda, lambda.WithExpressionBody(property.WithTriviaFrom(lambda.ExpressionBody!)))
            .WithExpression(declared.WithExpression(holder.WithTriviaFrom(declared.Expression)));
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(call, repaired)));
    }
}
