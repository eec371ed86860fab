using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Rules.Naming;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Reaching;

/// <summary>TM0113: a migration names one of its module that is older than the one before it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OlderMigrationNamed : ReachRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0113", "A migration names one that is older than the one before it",
        "Migration {0} names {1}, but the migration before it is {2}, and the tables may have changed since {1}: name {3} instead{4}");

    /// <summary>Makes the rule.</summary>
    public OlderMigrationNamed() : base(Rule)
    {
    }

    private protected override ReachKind Kind => ReachKind.OlderMigration;

    private protected override Diagnostic? Judge(NameOutOfReach name, MigrationsInCode migrations)
    {
        if (migrations.Before(name.Owner) is not { Space: { } space } before)
            return null;

        var directive = name.Place.FirstAncestorOrSelf<UsingDirectiveSyntax>();
        // What Old is, says what the migration follows: that is TM0502.
        if (directive?.Alias?.Name.Identifier.ValueText == "Old")
            return null;

        // A directive that names a type inside the namespace needs more than another namespace.
        var isRepaired = directive is not null && name.Place.Span.End == directive.NamespaceOrType.Span.End;
        var alias = directive?.Alias is { Name.Identifier.ValueText: var text } ? $"{text} = " : "";
        return Diagnostic.Create(
            Rule, name.Place.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(OlderThanItsPredecessor.NamespaceProperty, isRepaired ? space.FullName : null),
            name.Owner.Id, name.Text, before.Id, space.FullName, isRepaired ? $", 'using {alias}{space.FullName};'" : "");
    }
}
