using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>A step that <c>Up</c> names.</summary>
/// <param name="Verb">The method: <c>Drop</c>, <c>Rename</c>, a store's own.</param>
/// <param name="Constants">The tables and fields that it is given, in the order of the code. What its functions name is not among them.</param>
internal sealed record StepInCode(string Verb, IReadOnlyList<IFieldSymbol> Constants)
{
    public bool Names(ConstantInCode constant) => Constants.Contains(constant.Constant, SymbolEqualityComparer.Default);
}

/// <summary>The steps that <c>Up</c> of a migration names, as far as the code tells without running.</summary>
/// <param name="Steps">The steps, in the order of the code.</param>
/// <param name="IsComplete">Whether every step could be read: none is named elsewhere, in a loop's variable or by a value that only the run knows.</param>
internal sealed record StepsInCode(IReadOnlyList<StepInCode> Steps, bool IsComplete)
{
    public static StepsInCode Read(Compilation compilation, INamedTypeSymbol migration, CancellationToken cancellation)
    {
        var up = UpOf(migration);
        if (up is null)
            return new([], IsComplete: true);
        if (up.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax || (SyntaxNode?)syntax.Body is null && syntax.ExpressionBody is null)
            return new([], IsComplete: false);

        var operations = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation)?.DescendantsAndSelf().ToList() ?? [];
        var calls = operations.OfType<IInvocationOperation>().Where(call => IsOn(call, up.Parameters[0])).ToList();
        var uses = operations.OfType<IParameterReferenceOperation>().Count(use => SymbolEqualityComparer.Default.Equals(use.Parameter, up.Parameters[0]));

        return new([.. calls.Select(call => new StepInCode(call.TargetMethod.Name, [.. ConstantsOf(call)]))], calls.Count == uses && calls.All(IsReadable));
    }

    private static IMethodSymbol? UpOf(INamedTypeSymbol? migration)
    {
        for (; migration is not null && !LibraryTypes.IsOfTheLibrary(migration, "Migration"); migration = migration.BaseType)
        {
            if (migration.GetMembers("Up").OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsOverride: true, Parameters.Length: 1 }) is { } up)
                return up;
        }

        return null;
    }

    private static bool IsOn(IInvocationOperation call, IParameterSymbol up) =>
        (call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null))
        is IParameterReferenceOperation { Parameter: var receiver } && SymbolEqualityComparer.Default.Equals(receiver, up);

    private static IEnumerable<IFieldSymbol> ConstantsOf(IInvocationOperation call) =>
        ValuesOf(call).OfType<IFieldReferenceOperation>().Select(value => value.Field).Where(field => LibraryTypes.IsConstant(field.Type));

    /// <summary>Whether each table or field that a call is given is a constant that the code names.</summary>
    private static bool IsReadable(IInvocationOperation call) =>
        !ValuesOf(call).Any(value => value is ILocalReferenceOperation or IInvocationOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation && value.Type is { } type && LibraryTypes.IsConstant(type));

    private static IEnumerable<IOperation> ValuesOf(IInvocationOperation call) => call.Arguments.SelectMany(argument => Outside(argument.Value));

    private static IEnumerable<IOperation> Outside(IOperation operation) =>
        operation is IAnonymousFunctionOperation ? [] : operation.ChildOperations.SelectMany(Outside).Prepend(operation);
}
