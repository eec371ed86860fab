using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Reaching;

/// <summary>TM0111: a migration names the application's live code, which goes on changing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiveModelNamed : ReachRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0111", "A migration names live code of the application",
        "Migration {0} names {1}, live code of the application, whose next change would change what the migration does: copy what it needs of {2} into {3}");

    /// <summary>Makes the rule.</summary>
    public LiveModelNamed() : base(Rule)
    {
    }

    private protected override ReachKind Kind => ReachKind.LiveModel;

    private protected override Diagnostic? Judge(NameOutOfReach name, MigrationsInCode migrations) =>
        Diagnostic.Create(Rule, name.Place.GetLocation(), name.Owner.Id, name.Text, name.Symbol.Name, name.Owner.Space!.FullName);
}
