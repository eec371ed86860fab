using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The types that a type is made of, and where code names them.</summary>
internal static class TypeParts
{
    /// <summary>A type, its arguments and its elements.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Of).Prepend(named),
        _ => [],
    };

    /// <summary>Where a field, a property or a parameter of a record says its type.</summary>
    public static TypeSyntax? SyntaxOf(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).FirstOrDefault() switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            _ => null,
        };

    /// <summary>The name of a part within the type as written; the whole where it goes by another name.</summary>
    public static TypeSyntax NameIn(TypeSyntax written, INamedTypeSymbol part) =>
        written.DescendantNodesAndSelf().OfType<NameSyntax>().FirstOrDefault(name => LastOf(name) == part.Name) ?? written;

    private static string LastOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
