using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Rules.Accounting;

namespace TypedMigrations.CodeFixes.Accounting;

/// <summary>Repairs TM0305: writes the verb that changes the type, with a cast where one is safe, and else with a function to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ConvertInstead() : MigrationFix("TM0305")
{
    private protected override string? TitleOf(Diagnostic diagnostic, SyntaxNode node) => $"Write {diagnostic.Properties[RenameChangesType.VerbProperty]} instead";

    private protected override Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var call = node.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        var verb = SyntaxFactory.IdentifierName(diagnostic.Properties[RenameChangesType.VerbProperty]!);
        var repaired = call.WithExpression(((MemberAccessExpressionSyntax)call.Expression).WithName(verb));
        if (diagnostic.Properties.TryGetValue(RenameChangesType.FunctionProperty, out var function))
            repaired = repaired.WithArgumentList(With(call.ArgumentList, function!));
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(call, repaired)));
    }

    private static ArgumentListSyntax With(ArgumentListSyntax arguments, string function) => arguments.WithArguments(SyntaxFactory.SeparatedList(
        // A name of a parameter of Rename is none of Convert's.
        arguments.Arguments.Select(argument => argument.WithNameColon(null)).Concat([SyntaxFactory.Argument(SyntaxFactory.ParseExpression(function))]),
        arguments.Arguments.GetSeparators().Concat([SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)])));
}
