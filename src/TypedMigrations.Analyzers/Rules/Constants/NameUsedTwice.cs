using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0205: two tables of a migration, two fields of a record or two indexes of a table have one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameUsedTwice : SchemaRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0205", "A name is used twice", "{0} {1} has the name of {2}, \"{3}\", and the database holds only one {4} of a name: give it a name of its own, or remove it");

    /// <summary>Makes the rule.</summary>
    public NameUsedTwice() : base(Rule)
    {
    }

    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) => Namesakes.In(schema)
        .Where(pair => pair.First.Name == pair.Second.Name)
        .Select(pair => At(pair.Second, Rule, pair.Second.NameExpression ?? pair.Second.Declaration, Namesakes.KindOf(pair.Second), pair.Second.Text, pair.First.Text, pair.Second.Name!, Namesakes.KindOf(pair.Second).ToLowerInvariant()));
}

/// <summary>Finds constants whose names the database takes as one.</summary>
internal static class Namesakes
{
    /// <summary>Each constant with the first one whose name is its own, but perhaps for case.</summary>
    public static IEnumerable<(ConstantInCode First, ConstantInCode Second)> In(SchemaInCode schema) => Among(schema.Tables)
        .Concat(schema.Tables.SelectMany(table => table.Fields.GroupBy(field => field.Container).SelectMany(Among)))
        .Concat(schema.Tables.SelectMany(table => Among(table.Indexes)));

    public static string KindOf(ConstantInCode constant) => constant switch { TableInCode => "Table", IndexInCode => "Index", _ => "Field" };

    private static IEnumerable<(ConstantInCode, ConstantInCode)> Among(IEnumerable<ConstantInCode> constants) => constants
        .Where(constant => constant.Name is not null)
        .GroupBy(constant => constant.Name!, StringComparer.OrdinalIgnoreCase)
        // A second key and a field that takes the key's name are faults of their own.
        .SelectMany(same => same.Skip(1).Where(constant => constant.Name != "_id").Select(constant => (same.FirstOrDefault(other => other.Name == constant.Name) is { } first && first != constant ? first : same.First(), constant)));
}
