using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Naming;

/// <summary>TM0101: the namespace of a migration says a stamp that is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedStamp : MigrationRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0101", "The stamp in a migration's namespace is malformed",
        "Namespace {0} has a malformed stamp, so that migration {1} would be refused: {2}; "
        + "write M, the date as yyyyMMdd or the date and time as yyyyMMddHHmmss (UTC), an underscore and a name, such as M20201027_{1}");

    /// <summary>Makes the rule.</summary>
    public MalformedStamp() : base(Rule)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || !LibraryTypes.IsMigration(type) || MigrationSpace.Of(type) is not { Stamp: null } space)
                    return;
                context.ReportDiagnostic(Diagnostic.Create(Rule, SegmentInCode.Of(type, space.Segment), space.FullName, type.Name, FaultOf(space.Segment)));
            },
            SymbolKind.NamedType);

    private static string FaultOf(string segment)
    {
        var underscore = segment.IndexOf('_');
        var digits = underscore < 0 ? segment.Substring(1) : segment.Substring(1, underscore - 1);

        if (underscore < 0 && digits.Any(char.IsLetter))
            return $"no underscore stands between the digits and the name in '{digits}'";
        if (digits.Any(digit => digit is < '0' or > '9'))
            return $"'{digits}' has other letters than the digits 0 to 9";
        if (digits.Length is not (8 or 14))
            return $"'{digits}' has {digits.Length} digits instead of 8 or 14";
        if (underscore < 0 || underscore == segment.Length - 1)
            return "no name follows the digits";
        return Stamp.TryParse($"M{digits}_Name") is null
            ? $"'{digits}' is no point in time of the calendar"
            : $"the name '{segment.Substring(underscore + 1)}' has signs that are neither letters, digits nor underscores";
    }
}
