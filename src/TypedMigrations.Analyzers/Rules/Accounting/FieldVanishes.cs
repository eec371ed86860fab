using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>TM0302: a field of the migration before is gone, and no step says where to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FieldVanishes : GapRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0302", "A field vanishes",
        "Field {0} is gone from the constants of {2}, and no step says where its values go: declare the field, or add to Up '{1}', or up.Convert, up.Move, up.Drop or another verb for fields");

    /// <summary>Makes the rule.</summary>
    public FieldVanishes() : base(Rule)
    {
    }

    private protected override DiagnosticDescriptor? DescriptorOf(Gap gap) => gap.Kind == GapKind.FieldVanishes ? Rule : null;
}
