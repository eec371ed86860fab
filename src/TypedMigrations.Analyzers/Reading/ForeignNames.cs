using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>What a migration's code reads of the migrations that it depends on: the constants and the properties of records that it names.</summary>
/// <remarks>A record that goes whole to where nobody sees what is read of it counts as all its properties.</remarks>
internal sealed class ForeignNames
{
    private readonly ForeignCode _foreign;
    private readonly HandingOn _handingOn;
    private readonly CancellationToken _cancellation;
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    private ForeignNames(ForeignCode foreign, string own, CancellationToken cancellation)
    {
        _foreign = foreign;
        _handingOn = new HandingOn(foreign, own);
        _cancellation = cancellation;
    }

    /// <summary>The names as reflection writes them, sorted, separated by commas; empty where it depends on none.</summary>
    public static string Of(INamedTypeSymbol migration, IEnumerable<INamedTypeSymbol> dependencies, Compilation compilation, CancellationToken cancellation)
    {
        var own = MetadataName.Of(migration.ContainingNamespace);
        var foreign = new ForeignCode(dependencies.Select(dependency => MetadataName.Of(dependency.ContainingNamespace)).Where(space => space.Length > 0 && space != own));
        if (foreign.IsEmpty)
            return "";

        var names = new ForeignNames(foreign, own, cancellation);
        foreach (var part in TypesIn(migration.ContainingNamespace).SelectMany(type => type.DeclaringSyntaxReferences))
            names.Read(part.GetSyntax(cancellation), compilation.GetSemanticModel(part.SyntaxTree));
        return string.Join(",", names._names);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesIn));

    private void Read(SyntaxNode type, SemanticModel model)
    {
        foreach (var name in type.DescendantNodes().OfType<SimpleNameSyntax>())
            AddNamed(model.GetSymbolInfo(name, _cancellation).Symbol);
        foreach (var operation in RootsIn(type, model).SelectMany(root => root.DescendantsAndSelf()))
            AddHandedOn(operation);
    }

    private void AddNamed(ISymbol? symbol)
    {
        if (!_foreign.Has(symbol))
            return;
        if (symbol is IPropertySymbol or IFieldSymbol { IsStatic: true, ContainingType.TypeKind: not TypeKind.Enum })
            _names.Add(ForeignCode.NameOf(symbol.OriginalDefinition));
        else if (symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
            _names.UnionWith(method.IsStatic ? _foreign.AllBeside(method) : _foreign.WholeOf(method.ContainingType));
    }

    private void AddHandedOn(IOperation operation)
    {
        IEnumerable<ITypeSymbol> types = operation switch
        {
            // Taken apart by place, no property is named.
            IRecursivePatternOperation { DeconstructSymbol: not null } pattern => [pattern.InputType],
            IDelegateCreationOperation { Target: IMethodReferenceOperation named, Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoked } } => _handingOn.Unseen(named.Method, invoked),
            _ => operation.Type is not { } type || _handingOn.IsSeen(operation) ? [] : [type],
        };
        foreach (var record in types.SelectMany(_foreign.RecordsIn))
            _names.UnionWith(_foreign.WholeOf(record));
    }

    private IEnumerable<IOperation> RootsIn(SyntaxNode node, SemanticModel model)
    {
        foreach (var child in node.ChildNodes())
        {
            if (model.GetOperation(child, _cancellation) is { } root)
                yield return root;
            else
            {
                foreach (var inner in RootsIn(child, model))
                    yield return inner;
            }
        }
    }
}
