using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0203: a field is not bound to one property of its own record.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyOfAnotherRecord : SchemaRule
{
    /// <summary>The property of the diagnostic that holds the constant to declare from.</summary>
    public const string HolderProperty = "Holder";

    private const string Title = "A field is not bound to a property of its record";

    private static readonly DiagnosticDescriptor Nested = Error(
        "TM0203", Title, "{0} is bound to '{1}', a property of a nested record, but a field is bound to one of its own record: declare it from the field that holds the record, '{2}'");

    private static readonly DiagnosticDescriptor NoProperty = Error(
        "TM0203", Title, "{0} is bound to '{1}', which is not one property of {2}: a document's field can only be read into one and written from it; write a lambda such as '{3}'");

    /// <summary>Makes the rule.</summary>
    public PropertyOfAnotherRecord() : base(Nested, NoProperty)
    {
    }

    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) =>
        schema.Fields.Where(field => field.Property is null && field.Record is not null && BindingOf(field) is not null).Select(FaultOf);

    private static Fault FaultOf(FieldInCode field)
    {
        var binding = BindingOf(field)!;
        if (field.Lambda is SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Parameter.Identifier.ValueText: var variable }
            && PathOf(body, variable) is { Count: > 1 } path && HolderOf(field, path) is { } holder)
        {
            var from = SymbolEqualityComparer.Default.Equals(holder.Constant.ContainingType, field.Constant.ContainingType) ? holder.Constant.Name : holder.Text;
            var name = field.NameExpression?.ToString() ?? $"\"{field.Name}\"";
            return At(field, Nested, binding, (HolderProperty, from), field.Text, body.ToString(), $"{from}.{field.Role}({name}, {variable} => {variable}.{path.Last()})");
        }

        var example = RecordInCode.DataOf(field.Record!).FirstOrDefault()?.Name ?? "Id";
        var letter = char.ToLowerInvariant(field.Record!.Name[0]);
        return At(field, NoProperty, binding, field.Text, binding.ToString(), field.Record.Name, $"{letter} => {letter}.{example}");
    }

    /// <summary>What the field is bound to, as written.</summary>
    private static SyntaxNode? BindingOf(FieldInCode field) => field.Lambda?.Body
        ?? (field.Declaration as InvocationExpressionSyntax)?.ArgumentList.Arguments.ElementAtOrDefault(field.Role == RoleInCode.Key ? 0 : 1)?.Expression;

    /// <summary>The properties on the way from the lambda's variable; null where the way is another.</summary>
    private static List<string>? PathOf(ExpressionSyntax body, string variable)
    {
        var path = new List<string>();
        while (true)
        {
            switch (body)
            {
                case MemberAccessExpressionSyntax access:
                    path.Insert(0, access.Name.Identifier.ValueText);
                    body = access.Expression;
                    break;
                case PostfixUnaryExpressionSyntax forgiven:
                    body = forgiven.Operand;
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name } when name == variable:
                    return path;
                default:
                    return null;
            }
        }
    }

    /// <summary>The field that holds the record with the last property of a path.</summary>
    private static FieldInCode? HolderOf(FieldInCode field, List<string> path)
    {
        var container = field.Container;
        FieldInCode? holder = null;
        foreach (var part in path.Take(path.Count - 1))
        {
            holder = field.Table.Fields.FirstOrDefault(other => other.Container == container && other.Property?.Name == part && StoredType.Of(other.Type).Kind == StoredKind.Record);
            if (holder?.Path is null)
                return null;
            container = holder.Path;
        }

        return field.Role == RoleInCode.Key ? null : holder;
    }
}
