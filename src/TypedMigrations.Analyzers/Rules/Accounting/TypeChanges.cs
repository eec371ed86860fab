using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>TM0304: a field changes its type without a conversion.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TypeChanges : GapRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0304", "A field changes its type",
        "Field {0} changes its type from {3} in {2}, and no step converts its values: add to Up '{1}' with the conversion, or keep the type");

    /// <summary>Makes the rule.</summary>
    public TypeChanges() : base(Rule)
    {
    }

    private protected override DiagnosticDescriptor? DescriptorOf(Gap gap) => gap.Kind == GapKind.TypeChanges ? Rule : null;
}
