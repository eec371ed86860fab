using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0212: a unique index is on a field that documents may lack, or on array elements.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UniqueIndexNotKeepable : SchemaRule
{
    /// <summary>The property of the diagnostic that holds the method to call.</summary>
    public const string MethodProperty = "Method";

    private const string Title = "A unique index cannot be kept";

    private static readonly DiagnosticDescriptor OnOptional = Error(
        "TM0212", Title, "Unique index {0} is on {1}, but documents may lack {2}, and two without it would count as duplicates: write {3}.UniqueIndexWherePresent, or declare {2} as required");

    private static readonly DiagnosticDescriptor OnElements = Error(
        "TM0212", Title, "Unique index {0} is on {1}, in array elements, whose values cannot be kept unique: write {3}.Index");

    /// <summary>Makes the rule.</summary>
    public UniqueIndexNotKeepable() : base(OnOptional, OnElements)
    {
    }

    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) => schema.Tables
        .SelectMany(table => table.Indexes)
        .Select(index => index.Field is { Path: { } path } field ? FaultOf(index, field, path) : null)
        .OfType<Fault>();

    private static Fault? FaultOf(IndexInCode index, FieldInCode field, string path)
    {
        var from = index.Table.Constant.Name;
        if (index.Kind is "UniqueIndex" or "UniqueIndexWherePresent" && (path.Contains("[]") || path.Contains("{}") || StoredType.Of(field.Type).Kind == StoredKind.List))
            return At(index, OnElements, PlaceOf(index), (MethodProperty, "Index"), index.Text, field.Text, field.Text, from);
        return index.Kind == "UniqueIndex" && OptionalAt(index.Table, field) is { } optional
            ? At(index, OnOptional, PlaceOf(index), (MethodProperty, "UniqueIndexWherePresent"), index.Text, field.Text, optional.Text, from)
            : null;
    }

    /// <summary>The field itself, or the record on the way to it, that a document may lack.</summary>
    private static FieldInCode? OptionalAt(TableInCode table, FieldInCode? field) =>
        field is null || field.Role == RoleInCode.Optional ? field : OptionalAt(table, field.Container.Length == 0 ? null : table.TryFind(field.Container));

    private static SyntaxNode PlaceOf(IndexInCode index) =>
        index.Declaration is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } method } } ? method : index.Declaration;
}
