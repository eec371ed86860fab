using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The line of code that declares a field.</summary>
internal static class FieldLine
{
    public static string For(TableInCode table, IPropertySymbol property)
    {
        var isOptional = property.NullableAnnotation == NullableAnnotation.Annotated;
        var type = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        var variable = char.ToLowerInvariant(table.Record.Name[0]);

        return $"public static readonly Field<{table.Record.Name}, {type}> {property.Name} = "
            + $"{table.Constant.Name}.{(isOptional ? "Optional" : "Required")}(\"{SnakeCase(property.Name)}\", {variable} => {variable}.{property.Name});";
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
