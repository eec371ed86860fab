using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>TM0301: a table of the migration before is gone, and no step says where to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableVanishes : GapRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0301", "A table vanishes",
        "Table {0} is gone from the constants of {2}, and no step says where its documents go: declare the table, or add to Up '{1}', or up.Rename, up.Merge or another verb for tables");

    /// <summary>Makes the rule.</summary>
    public TableVanishes() : base(Rule)
    {
    }

    private protected override DiagnosticDescriptor? DescriptorOf(Gap gap) => gap.Kind == GapKind.TableVanishes ? Rule : null;
}
