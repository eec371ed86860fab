using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Naming;

/// <summary>TM0103: the migration that <c>using Old</c> names does not come before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OlderThanItsPredecessor : MigrationRule
{
    /// <summary>The property of the diagnostic that holds the namespace to name instead.</summary>
    public const string NamespaceProperty = "Namespace";

    private const string Title = "A migration says that it follows one that is not older";

    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0103", Title, "Migration {0} says with 'using {1}' that it follows {2}, whose stamp is not older, so that {2} has not run by then: write 'using {1} = {3};', or give {0} a later stamp");

    private static readonly DiagnosticDescriptor First = Error(
        "TM0103", Title, "Migration {0} says with 'using {1}' that it follows {2}, whose stamp is not older, so that {2} has not run by then: take the line away, as {0} is the first of its module, or give it a later stamp");

    private static readonly DiagnosticDescriptor Itself = Error(
        "TM0103", Title, "Migration {0} says with 'using {1}' that it follows itself: write 'using {1} = {2};'");

    /// <summary>Makes the rule.</summary>
    public OlderThanItsPredecessor() : base(Rule, First, Itself)
    {
    }

    /// <summary>Whether a using directive of a migration's file falls to this rule.</summary>
    internal static bool IsMeant(UsingDirectiveSyntax directive) => directive.Alias is not null && Segment(directive) is not null;

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSemanticModelAction(context =>
        {
            var file = migrations.FileOf(context.SemanticModel, context.CancellationToken);
            if (file.Parts.Count == 0)
                return;
            foreach (var directive in file.Usings.Where(IsMeant))
            {
                if (file.OwnerOf(directive) is { At: not null } owner
                    && context.SemanticModel.GetSymbolInfo(directive.NamespaceOrType, context.CancellationToken).Symbol is INamespaceSymbol space
                    && migrations.TryFind(space) is { At: not null } named)
                    Check(context, migrations, directive, owner, named);
            }
        });

    private static void Check(SemanticModelAnalysisContext context, MigrationsInCode migrations, UsingDirectiveSyntax directive, MigrationInCode owner, MigrationInCode named)
    {
        var alias = directive.Alias!.Name.Identifier.ValueText;
        var before = migrations.Before(owner)?.Space?.FullName;
        var place = Segment(directive)!.GetLocation();
        var fix = ImmutableDictionary<string, string?>.Empty.Add(NamespaceProperty, before);

        if (owner.Space!.Equals(named.Space))
        {
            // Another alias for the own namespace says nothing about what comes before.
            if (alias == "Old" && before is not null)
                context.ReportDiagnostic(Diagnostic.Create(Itself, place, fix, owner.Id, alias, before));
        }
        else if (owner.Space.Module == named.Space!.Module && named.At >= owner.At)
        {
            context.ReportDiagnostic(before is null
                ? Diagnostic.Create(First, place, owner.Id, alias, named.Id)
                : Diagnostic.Create(Rule, place, fix, owner.Id, alias, named.Id, before));
        }
    }

    private static SimpleNameSyntax? Segment(UsingDirectiveSyntax directive) =>
        directive.NamespaceOrType.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault(name => Stamp.IsMeant(name.Identifier.ValueText));
}
