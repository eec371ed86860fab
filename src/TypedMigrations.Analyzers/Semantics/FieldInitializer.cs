using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The value that a field is set to where it is declared.</summary>
internal static class FieldInitializer
{
    public static ExpressionSyntax? Of(IFieldSymbol field, CancellationToken cancellation) =>
        field.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value;
}
