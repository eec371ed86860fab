using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0206: two names differ only by case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamesDifferByCase : SchemaRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0206", "Names differ only by case", "{0} {1} is named \"{2}\" and {3} is named \"{4}\": names that differ only by case are the same to the store; give it a name of its own");

    /// <summary>Makes the rule.</summary>
    public NamesDifferByCase() : base(Rule)
    {
    }

    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) => Namesakes.In(schema)
        .Where(pair => pair.First.Name != pair.Second.Name)
        .Select(pair => At(pair.Second, Rule, pair.Second.NameExpression ?? pair.Second.Declaration, Namesakes.KindOf(pair.Second), pair.Second.Text, pair.Second.Name!, pair.First.Text, pair.First.Name!));
}
