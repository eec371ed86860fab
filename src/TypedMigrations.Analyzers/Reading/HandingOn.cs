using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>Tells whether a migration's own code shows what is read of another module's record.</summary>
/// <param name="foreign">The code of the other modules.</param>
/// <param name="own">The migration's namespace.</param>
internal sealed class HandingOn(ForeignCode foreign, string own)
{
    // They hand records to functions or to their callers, and look at none. Others compare or print them.
    private static readonly HashSet<string> Blind = new(StringComparer.Ordinal)
    {
        "Select", "SelectMany", "Where", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Any", "All", "Count", "LongCount", "Sum", "Average", "Min", "Max",
        "MinBy", "MaxBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "DistinctBy", "ToList", "ToArray", "ToDictionary", "ToLookup", "Take", "TakeLast", "TakeWhile",
        "Skip", "SkipLast", "SkipWhile", "ElementAt", "ElementAtOrDefault", "Reverse", "Concat", "Append", "Prepend", "AsEnumerable", "Chunk", "Cast", "OfType", "DefaultIfEmpty",
    };

    public bool IsSeen(IOperation value)
    {
        // Null is no record, and what is only declared has no value yet.
        if (value.ConstantValue.HasValue || value is IDefaultValueOperation or IDeclarationExpressionOperation or IAnonymousFunctionOperation || value.Parent is not { } user)
            return true;

        return user switch
        {
            IConversionOperation conversion => conversion.OperatorMethod is null && HoldsRecords(conversion.Type) && IsSeen(conversion),
            IConditionalAccessOperation access => access.Operation == value || IsSeen(access),
            ISwitchExpressionOperation asked when asked.Value == value => true,
            IParenthesizedOperation or ICoalesceOperation or IConditionalOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or ITupleOperation or IArrayInitializerOperation
                or IArrayCreationOperation or ICollectionExpressionOperation or ISpreadOperation or ITranslatedQueryOperation => IsSeen(user),
            IBinaryOperation comparison => IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand),
            IInvocationOperation call => !foreign.RecordsIn(value.Type).Contains(value.Type as INamedTypeSymbol, SymbolEqualityComparer.Default) || foreign.Has(call.TargetMethod),
            IArgumentOperation argument => IsSeenBy(argument),
            IReturnOperation => IsSeenWhereReturned(user),
            IForEachLoopOperation loop => loop.LoopControlVariable is IVariableDeclaratorOperation,
            IDeconstructionAssignmentOperation => value is ITupleOperation,
            IAssignmentOperation assignment => assignment.Target == value || IsOwnPlace(assignment.Target),
            IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IVariableInitializerOperation or IFieldInitializerOperation or IPropertyInitializerOperation
                or IExpressionStatementOperation or IIsPatternOperation or IPropertySubpatternOperation or IIsTypeOperation or ISwitchOperation or IInvalidOperation => true,
            _ => false,
        };
    }

    /// <summary>What a method gets that is named in place of a lambda, where its use does not show.</summary>
    public IEnumerable<ITypeSymbol> Unseen(IMethodSymbol named, IMethodSymbol invoked) =>
        invoked.Parameters.Where((given, place) => place >= named.Parameters.Length || !IsSeenBy(named, named.Parameters[place])).Select(given => given.Type);

    private bool HoldsRecords(ITypeSymbol? type) => foreign.RecordsIn(type).Any();

    private static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };

    private bool IsSeenBy(IArgumentOperation argument) => argument switch
    {
        { Parameter.RefKind: RefKind.Out } => true,
        { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: var method } } => IsSeenBy(method, parameter),
        { Parameter: { } parameter, Parent: IObjectCreationOperation { Constructor: { } constructor } } => IsSeenBy(constructor, parameter),
        _ => false,
    };

    // A parameter of any type is one whose use does not show.
    private bool IsSeenBy(IMethodSymbol method, IParameterSymbol parameter) =>
        method.MethodKind == MethodKind.DelegateInvoke || ForeignCode.IsOfTheLibrary(method) || IsBlind(method) || (IsOwn(method) && HoldsRecords(parameter.OriginalDefinition.Type));

    private static bool IsBlind(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } && Blind.Contains(method.Name);

    private bool IsOwn(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace is { } containing ? MetadataName.Of(containing) : "";
        return space == own || space.StartsWith(own + ".", StringComparison.Ordinal);
    }

    private bool IsOwnPlace(IOperation target) => target is ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation || (target is IMemberReferenceOperation member && IsOwn(member.Member));

    /// <summary>What a method returns its callers see. What a lambda returns to another's function may be compared there: a key is.</summary>
    private bool IsSeenWhereReturned(IOperation user)
    {
        for (var around = user.Parent; around is not null; around = around.Parent)
        {
            if (around is ILocalFunctionOperation)
                return true;
            if (around is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } })
                return IsOwn(method) || ForeignCode.IsOfTheLibrary(method) || (IsBlind(method) && method.Name is "Select" or "SelectMany");
        }

        return true;
    }
}
