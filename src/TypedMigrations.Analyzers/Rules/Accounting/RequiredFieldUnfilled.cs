using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>TM0303: a required field is new, or was optional, and no step fills it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredFieldUnfilled : GapRule
{
    private const string Title = "A required field is not filled";

    private static readonly DiagnosticDescriptor New = Error(
        "TM0303", Title, "Field {0} is new and required in {2}, and no step fills it: add to Up '{1}' with the value that documents get, or declare it as Optional");

    private static readonly DiagnosticDescriptor Optional = Error(
        "TM0303", Title, "Field {0} was optional and is required in {2}, and no step fills it where it is missing: add to Up '{1}' with the value that documents get, or declare it as Optional");

    /// <summary>Makes the rule.</summary>
    public RequiredFieldUnfilled() : base(New, Optional)
    {
    }

    private protected override DiagnosticDescriptor? DescriptorOf(Gap gap) => gap.Kind switch
    {
        GapKind.NewFieldUnfilled => New,
        GapKind.OptionalFieldUnfilled => Optional,
        _ => null,
    };
}
