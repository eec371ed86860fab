using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0211: a table has no key, or more than one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyMissing : SchemaRule
{
    private const string Title = "A table has not one key";

    private static readonly DiagnosticDescriptor None = Error(
        "TM0211", Title, "Table {0} has no key, by which its documents are found and kept apart: add '{1}'");

    private static readonly DiagnosticDescriptor Second = Error(
        "TM0211", Title, "Table {0} has two keys, {1} and {2}, and a document has one: declare {2} with {3}.Required(\"…\", …)");

    /// <summary>Makes the rule.</summary>
    public KeyMissing() : base(None, Second)
    {
    }

    // A constant that is not understood may declare the key.
    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) => schema.IsComplete ? schema.Tables.SelectMany(Faults) : [];

    private static IEnumerable<Fault> Faults(TableInCode table)
    {
        var keys = table.Fields.Where(field => field.Role == RoleInCode.Key).ToList();
        foreach (var key in keys.Skip(1))
            yield return At(key, Second, key.Declaration, table.Text, keys[0].Text, key.Text, table.Constant.Name);
        if (keys.Count > 0)
            yield break;

        var isFree = FieldLine.KeyOf(table) is { } property && !table.Fields.Any(field => field.Container.Length == 0 && field.Property?.Name == property.Name);
        var line = FieldLine.ForKey(table) ?? $"public static readonly Field<{table.Record.Name}, string> Id = {table.Constant.Name}.Key(record => record.Id);";
        yield return isFree
            ? At(table, None, table.Declaration, (PropertyWithoutField.LineProperty, line), table.Text, line)
            : At(table, None, table.Declaration, table.Text, line);
    }
}
