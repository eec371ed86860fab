using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0202: the name of a table, field or index is neither a literal nor a <c>const</c> of the migration's own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameIsNoLiteral : SchemaRule
{
    /// <summary>The property of the diagnostic that holds the literal to write.</summary>
    public const string LiteralProperty = "Literal";

    private const string Title = "A name is no literal";

    private static readonly DiagnosticDescriptor Known = Error(
        "TM0202", Title, "The name of {0} is '{1}', which an edit elsewhere could change while documents keep the old name: write {2}");

    private static readonly DiagnosticDescriptor Unknown = Error(
        "TM0202", Title, "The name of {0} is '{1}', which is not known before the program runs, and need not be the same in every run: write the name itself, such as \"email\"");

    /// <summary>Makes the rule.</summary>
    public NameIsNoLiteral() : base(Known, Unknown)
    {
    }

    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) => schema.Tables
        .SelectMany(table => table.Fields.Concat<ConstantInCode>(table.Indexes).Prepend(table))
        .Where(constant => constant.NameExpression is not null && !IsLiteral(constant.NameExpression) && !constant.IsNamedByOwnConst)
        .Select(constant => constant.Name is { } name
            ? At(constant, Known, constant.NameExpression!, (LiteralProperty, name), constant.Text, constant.NameExpression!.ToString(), SymbolDisplay.FormatLiteral(name, quote: true))
            : At(constant, Unknown, constant.NameExpression!, constant.Text, constant.NameExpression!.ToString()));

    // A null is the compiler's to report.
    private static bool IsLiteral(ExpressionSyntax expression) => expression is LiteralExpressionSyntax || (expression is PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax });
}
