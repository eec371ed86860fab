using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Fingerprinting;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>A type declaration, hashed; a partial type has several. Types nested in it are part of its hash.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="FullName">Its name with the namespace and the number of type parameters.</param>
/// <param name="Hash">The hash of its tokens.</param>
internal sealed record TypePart(string Namespace, string FullName, string Hash)
{
    public static TypePart Read(MemberDeclarationSyntax type)
    {
        var space = NamespaceOf(type);

        return new(space, MetadataName.Join(space, NameOf(type)), TokenHash.Of(type));
    }

    /// <summary>The namespace as the compiler joins it: block, file-scoped and nested declarations give the same name.</summary>
    public static string NamespaceOf(MemberDeclarationSyntax type)
    {
        var segments = type.Ancestors()
            .OfType<BaseNamespaceDeclarationSyntax>()
            .Reverse()
            .SelectMany(space => space.Name.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText);

        return string.Join(".", segments);
    }

    private static string NameOf(MemberDeclarationSyntax type)
    {
        var (identifier, parameters) = type switch
        {
            DelegateDeclarationSyntax callable => (callable.Identifier, callable.TypeParameterList),
            TypeDeclarationSyntax generic => (generic.Identifier, generic.TypeParameterList),
            _ => (((BaseTypeDeclarationSyntax)type).Identifier, null),
        };

        return identifier.ValueText + (parameters is null ? "" : "`" + parameters.Parameters.Count);
    }
}
