using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Rules.Naming;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Reaching;

/// <summary>TM0112: a migration names a later one of its module, which has not run by then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LaterMigrationNamed : ReachRule
{
    private const string Title = "A migration names a later one";

    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0112", Title, "Migration {0} names {1} of a later migration, which has not run by then: name what {0} declares itself, or what the migration before it declares, {2}");

    private static readonly DiagnosticDescriptor First = Error(
        "TM0112", Title, "Migration {0} names {1} of a later migration, which has not run by then: name what {0} declares itself, as it is the first of its module");

    /// <summary>Makes the rule.</summary>
    public LaterMigrationNamed() : base(Rule, First)
    {
    }

    private protected override ReachKind Kind => ReachKind.LaterMigration;

    private protected override Diagnostic? Judge(NameOutOfReach name, MigrationsInCode migrations)
    {
        // 'using Old = …' says what comes before: TM0103.
        if (name.Place.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive && OlderThanItsPredecessor.IsMeant(directive) && name.Place.Span.End == directive.NamespaceOrType.Span.End)
            return null;

        return migrations.Before(name.Owner)?.Space is { } before
            ? Diagnostic.Create(Rule, name.Place.GetLocation(), name.Owner.Id, name.Text, before.FullName)
            : Diagnostic.Create(First, name.Place.GetLocation(), name.Owner.Id, name.Text);
    }
}
