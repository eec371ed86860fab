using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>What the constants of a migration declare, as far as the code tells without running.</summary>
/// <param name="Tables">The tables, in the order of their declaration.</param>
/// <param name="IsComplete">Whether every constant could be read. Rules that compare schemas stay silent otherwise.</param>
internal sealed record SchemaInCode(IReadOnlyList<TableInCode> Tables, bool IsComplete)
{
    public IEnumerable<FieldInCode> Fields => Tables.SelectMany(table => table.Fields);

    public TableInCode? TryFindTable(string name) => Tables.FirstOrDefault(table => table.Name == name);

    /// <summary>The table that a constant declares; null where it is none of this schema.</summary>
    public TableInCode? TryFindTable(ISymbol constant) => Tables.FirstOrDefault(table => SymbolEqualityComparer.Default.Equals(table.Constant, constant));

    /// <summary>The field that a constant declares; null where it is none of this schema.</summary>
    public FieldInCode? TryFindField(ISymbol constant) => Fields.FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.Constant, constant));
}

/// <summary>A constant that declares something.</summary>
internal abstract class ConstantInCode(IFieldSymbol constant, ExpressionSyntax declaration, ExpressionSyntax? nameExpression, string? name)
{
    /// <summary>The static field that holds it.</summary>
    public IFieldSymbol Constant { get; } = constant;

    /// <summary>The expression that makes it.</summary>
    public ExpressionSyntax Declaration { get; } = declaration;

    /// <summary>The expression of the name in the database; null for keys.</summary>
    public ExpressionSyntax? NameExpression { get; } = nameExpression;

    /// <summary>The name in the database; null where it is not known before the program runs.</summary>
    public string? Name { get; } = name;

    /// <summary>Whether the name is a <c>const</c> of the migration's own namespace.</summary>
    public bool IsNamedByOwnConst { get; set; }

    /// <summary>The constant as the code of its migration writes it, such as <c>AccountTable.Email</c>.</summary>
    public string Text => $"{Constant.ContainingType.Name}.{Constant.Name}";
}

/// <summary>A table.</summary>
internal sealed class TableInCode(IFieldSymbol constant, ExpressionSyntax declaration, ExpressionSyntax? nameExpression, string? name, INamedTypeSymbol record)
    : ConstantInCode(constant, declaration, nameExpression, name)
{
    /// <summary>The record of its documents.</summary>
    public INamedTypeSymbol Record { get; } = record;

    /// <summary>Its fields at every depth, in the order of their declaration.</summary>
    public List<FieldInCode> Fields { get; } = [];

    /// <summary>Its indexes, in the order of their declaration.</summary>
    public List<IndexInCode> Indexes { get; } = [];

    public FieldInCode? TryFind(string path) => Fields.FirstOrDefault(field => field.Path == path);
}

/// <summary>What a document has to have.</summary>
internal enum RoleInCode
{
    Key,
    Required,
    Optional,
}

/// <summary>A field.</summary>
/// <param name="container">The way to the document that has the field: empty for the table's own, <c>phones[]</c> for array elements.</param>
/// <param name="record">The record that has the property: the table's, or a nested one.</param>
internal sealed class FieldInCode(
    IFieldSymbol constant, ExpressionSyntax declaration, ExpressionSyntax? nameExpression, string? name, TableInCode table, string container, INamedTypeSymbol? record, RoleInCode role,
    IPropertySymbol? property, ITypeSymbol type, bool isEnumByNumber)
    : ConstantInCode(constant, declaration, nameExpression, name)
{
    public TableInCode Table { get; } = table;

    public string Container { get; } = container;

    /// <summary>The way to the field from the table's document; null where the name is not known.</summary>
    public string? Path => Name is null ? null : Container.Length == 0 ? Name : $"{Container}.{Name}";

    public INamedTypeSymbol? Record { get; } = record;

    public RoleInCode Role { get; } = role;

    /// <summary>The property that holds it; null where the lambda names no property of the record itself.</summary>
    public IPropertySymbol? Property { get; } = property;

    /// <summary>The type of its values.</summary>
    public ITypeSymbol Type { get; } = type;

    public bool IsEnumByNumber { get; } = isEnumByNumber;

    /// <summary>Whether a constant says that it holds keys of documents.</summary>
    public bool IsReference { get; set; }

    /// <summary>The lambda that names the property; null where something else is given.</summary>
    public LambdaExpressionSyntax? Lambda =>
        (Declaration as InvocationExpressionSyntax)?.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<LambdaExpressionSyntax>().FirstOrDefault();
}

/// <summary>An index.</summary>
/// <param name="kind">The method that declares it: <c>Index</c>, <c>UniqueIndex</c>, <c>UniqueIndexWherePresent</c> or a store's own.</param>
/// <param name="field">The field that it is on; null where it is on an expression, or on what the code does not tell.</param>
internal sealed class IndexInCode(IFieldSymbol constant, ExpressionSyntax declaration, ExpressionSyntax? nameExpression, string? name, TableInCode table, string kind, FieldInCode? field)
    : ConstantInCode(constant, declaration, nameExpression, name)
{
    public TableInCode Table { get; } = table;

    public string Kind { get; } = kind;

    public FieldInCode? Field { get; } = field;
}
