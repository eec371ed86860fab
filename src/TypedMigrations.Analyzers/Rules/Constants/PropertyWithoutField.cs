using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0204: a record, the table's or one that a field holds, has a property that no field names, or that two name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyWithoutField : SchemaRule
{
    /// <summary>The property of the diagnostic that holds the line to add.</summary>
    public const string LineProperty = "Line";

    private const string Title = "A property of the record has no field";

    private static readonly DiagnosticDescriptor Unnamed = Error(
        "TM0204", Title, "Property {0}.{1} has no field in {2}, so that it would neither be read nor written: add '{3}', or remove the property");

    private static readonly DiagnosticDescriptor NamedTwice = Error(
        "TM0204", Title, "Fields {0} and {1} both name property {2}.{3}, which can hold the value of one only: let {1} name a property of its own");

    /// <summary>Makes the rule.</summary>
    public PropertyWithoutField() : base(Unnamed, NamedTwice)
    {
    }

    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) =>
        // A constant that is not understood may declare any field: that is a fault of its own.
        schema.IsComplete ? schema.Tables.SelectMany(Faults) : [];

    private static IEnumerable<Fault> Faults(TableInCode table)
    {
        // The key that is missing is declared as a key: TM0211 has the line.
        var key = table.Fields.Any(field => field.Role == RoleInCode.Key) ? null : FieldLine.KeyOf(table)?.Name;
        foreach (var property in UnnamedOf(table, "", table.Record).Where(property => property.Name != key))
            yield return Lacks(table, table.Record, property, FieldLine.For(table, property), table.Constant.ContainingType.Name);
        foreach (var twice in NamedTwiceIn(table, ""))
            yield return twice;

        foreach (var field in table.Fields.Where(field => field.Path is not null))
        {
            if (StoredType.Of(field.Type).Held is not { } held)
                continue;
            foreach (var property in UnnamedOf(table, field.Path + held.Path, held.Record))
                yield return Lacks(field, held.Record, property, FieldLine.For(field, held, property), field.Text);
            foreach (var twice in NamedTwiceIn(table, field.Path + held.Path))
                yield return twice;
        }
    }

    private static IEnumerable<IPropertySymbol> UnnamedOf(TableInCode table, string container, INamedTypeSymbol record)
    {
        var named = table.Fields.Where(field => field.Container == container).ToList();
        // A lambda that is not understood may name any property: that is a fault of its own.
        if (named.Any(field => field.Property is null))
            return [];
        return RecordInCode.DataOf(record).Where(property => !named.Any(field => field.Property!.Name == property.Name));
    }

    private static IEnumerable<Fault> NamedTwiceIn(TableInCode table, string container) => table.Fields
        .Where(field => field.Container == container && field.Property is not null)
        .GroupBy(field => field.Property!.Name)
        .SelectMany(same => same.Skip(1).Select(field =>
            At(field, NamedTwice, field.Lambda?.Body ?? field.Declaration, same.First().Text, field.Text, field.Property!.ContainingType.Name, same.Key)));

    private static Fault Lacks(ConstantInCode holder, INamedTypeSymbol record, IPropertySymbol property, string line, string place) =>
        At(holder, Unnamed, holder.Declaration, (LineProperty, line), record.Name, property.Name, place, line);
}
