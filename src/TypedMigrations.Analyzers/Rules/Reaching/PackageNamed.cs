using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Reaching;

/// <summary>TM0115: a migration names a package, whose next version may do something else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PackageNamed : ReachRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0115", "A migration names a package",
        "Migration {0} names {1} of {2}, and another version of {2} may change what the migration does: use the base class library, or write what the migration needs of it into {3}");

    /// <summary>Makes the rule.</summary>
    public PackageNamed() : base(Rule)
    {
    }

    private protected override ReachKind Kind => ReachKind.Package;

    private protected override Diagnostic? Judge(NameOutOfReach name, MigrationsInCode migrations) =>
        Diagnostic.Create(Rule, name.Place.GetLocation(), name.Owner.Id, name.Text, name.Symbol.ContainingAssembly.Name, name.Owner.Space!.FullName);
}
