using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>TM0402: a migration makes values by chance.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChanceUsed : RepeatingRule
{
    private const string Title = "A migration makes values by chance";

    private static readonly string[] Entries =
    [
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random", "System.Security.Cryptography.RandomNumberGenerator",
        "System.IO.Path.GetRandomFileName", "LiteDB.ObjectId.NewObjectId",
        "System.String.GetHashCode", "System.StringComparer.GetHashCode", "System.HashCode",
    ];

    private static readonly DiagnosticDescriptor Rule = Warning(
        "TM0402", Title, "Migration {0} uses {1}, which gives another value in every run: derive the value from the document, such as from its key, or write it down");

    private static readonly DiagnosticDescriptor Seeded = Warning(
        "TM0402", Title, "Migration {0} uses a Random with a seed, whose numbers may be others in another version of .NET: write a small generator of its own into {1}");

    /// <summary>Makes the rule.</summary>
    public ChanceUsed() : base(Entries, Rule, Seeded)
    {
    }

    private protected override Diagnostic? Judge(Use use) => use.Symbol is INamedTypeSymbol { Name: "Random" } && IsSeeded(use.Place)
        ? Diagnostic.Create(Seeded, use.Place.GetLocation(), use.Owner.Id, use.Owner.Space!.FullName)
        : Diagnostic.Create(Rule, use.Place.GetLocation(), use.Owner.Id, use.Text);

    private static bool IsSeeded(SyntaxNode type)
    {
        while (type.Parent is QualifiedNameSyntax or NullableTypeSyntax)
            type = type.Parent;

        return type.Parent switch
        {
            ObjectCreationExpressionSyntax creation => HasArguments(creation),
            VariableDeclarationSyntax declaration => declaration.Variables.Any(variable => variable.Initializer?.Value is BaseObjectCreationExpressionSyntax creation && HasArguments(creation)),
            _ => false,
        };
    }

    private static bool HasArguments(BaseObjectCreationExpressionSyntax creation) => creation.ArgumentList?.Arguments.Count > 0;
}
