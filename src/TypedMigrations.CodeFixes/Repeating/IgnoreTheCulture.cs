using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TypedMigrations.Analyzers.Rules.Repeating;

namespace TypedMigrations.CodeFixes.Repeating;

/// <summary>Repairs TM0403 where a call follows the culture of the machine: it is given a culture, or another method is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class IgnoreTheCulture() : MigrationFix("TM0403")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is null ? null
        : Property(diagnostic, EnvironmentRead.MethodProperty) is { } method ? $"Call {method}"
        : Property(diagnostic, EnvironmentRead.ArgumentProperty) is { } argument ? $"Pass {argument}"
        : null;

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var repaired = Property(diagnostic, EnvironmentRead.MethodProperty) is { } method
            ? root.ReplaceNode(node, SyntaxFactory.IdentifierName(method).WithTriviaFrom(node))
            : WithArgument(root, node.FirstAncestorOrSelf<InvocationExpressionSyntax>()!, Property(diagnostic, EnvironmentRead.ArgumentProperty)!);
        return Task.FromResult(document.WithSyntaxRoot(repaired));
    }

    private static SyntaxNode WithArgument(SyntaxNode root, InvocationExpressionSyntax call, string argument)
    {
        var space = argument.StartsWith("Culture") ? "System.Globalization" : "System";
        var added = SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"{space}.{argument}").WithAdditionalAnnotations(Simplifier.Annotation));
        // TryParse gives its result last.
        var place = call.ArgumentList.Arguments.TakeWhile(given => given.RefKindKeyword.IsKind(SyntaxKind.None)).Count();

        return root.ReplaceNode(call.ArgumentList, call.ArgumentList.WithArguments(call.ArgumentList.Arguments.Insert(place, added.NormalizeWhitespace())));
    }

    private static string? Property(Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}
