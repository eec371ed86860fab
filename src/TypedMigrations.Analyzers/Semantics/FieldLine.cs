using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The line of code that declares a field.</summary>
internal static class FieldLine
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The line for a field of the table's own record.</summary>
    public static string For(TableInCode table, IPropertySymbol property) => For(table, table.Constant.Name, table.Record, property, property.Name);

    /// <summary>The line for a field of a record that a field holds.</summary>
    public static string For(FieldInCode holder, HeldRecord held, IPropertySymbol property)
    {
        var isTaken = holder.Constant.ContainingType.GetMembers(property.Name).Length > 0;
        return For(holder.Table, holder.Constant.Name + held.Calls, held.Record, property, isTaken ? holder.Constant.Name + property.Name : property.Name);
    }

    /// <summary>The line that declares a table's key; null where the record has no property that looks like one.</summary>
    public static string? ForKey(TableInCode table) => KeyOf(table) is not { } key
        ? null
        : $"public static readonly Field<{table.Record.Name}, {key.Type.ToDisplayString(Format)}> {key.Name} = {table.Constant.Name}.Key({Lambda(table.Record, key)});";

    /// <summary>The property that a table's key would be declared for: one named like a key.</summary>
    public static IPropertySymbol? KeyOf(TableInCode table)
    {
        string[] names = ["Id", "Key", table.Record.Name + "Id"];
        return RecordInCode.DataOf(table.Record).FirstOrDefault(property => names.Contains(property.Name, StringComparer.OrdinalIgnoreCase));
    }

    private static string For(TableInCode table, string from, INamedTypeSymbol record, IPropertySymbol property, string constant)
    {
        var isOptional = property.NullableAnnotation == NullableAnnotation.Annotated;
        return $"public static readonly Field<{table.Record.Name}, {property.Type.ToDisplayString(Format)}> {constant} = "
            + $"{from}.{(isOptional ? "Optional" : "Required")}(\"{SnakeCase(property.Name)}\", {Lambda(record, property)});";
    }

    private static string Lambda(INamedTypeSymbol record, IPropertySymbol property)
    {
        var variable = char.ToLowerInvariant(record.Name[0]);
        return $"{variable} => {variable}.{property.Name}";
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
