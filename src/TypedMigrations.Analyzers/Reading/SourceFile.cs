using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Fingerprinting;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>What fingerprints need of a source file. Its path is not among it.</summary>
/// <param name="Types">Its type declarations, but for nested ones.</param>
/// <param name="Usings">The hashes of its using and extern alias directives, wherever in the file they stand.</param>
internal sealed record SourceFile(EquatableArray<TypePart> Types, EquatableArray<string> Usings)
{
    // The generator hashes a file, and the rule on frozen migrations asks for it once more.
    private static readonly ConditionalWeakTable<SyntaxNode, SourceFile> Known = new();

    public static SourceFile OfNoInterest { get; } = new(new([]), new([]));

    public static bool IsOne(SyntaxNode node, CancellationToken cancellation) => node is CompilationUnitSyntax;

    public static SourceFile Read(SyntaxNode root) => Known.GetValue(root, Hash);

    private static SourceFile Hash(SyntaxNode root) => new(
        new(TypesIn(root).Select(TypePart.Read)),
        new(OutsideOfTypes(root).Where(node => node is UsingDirectiveSyntax or ExternAliasDirectiveSyntax).Select(TokenHash.Of)));

    /// <summary>The namespaces of its types, told without hashing anything.</summary>
    public static IEnumerable<string> NamespacesIn(SyntaxNode root) => TypesIn(root).Select(TypePart.NamespaceOf);

    /// <summary>The type declarations of a file, but for nested ones.</summary>
    public static IEnumerable<MemberDeclarationSyntax> TypesIn(SyntaxNode root) =>
        OutsideOfTypes(root).OfType<MemberDeclarationSyntax>().Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>The nodes of a file down to its types, which are not entered: usings, namespaces, the types themselves.</summary>
    public static IEnumerable<SyntaxNode> OutsideOfTypes(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax);
}
