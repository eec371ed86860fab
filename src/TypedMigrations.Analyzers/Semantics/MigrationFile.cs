using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMigrations.Analyzers.Reading;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>A source file as far as it holds code of migrations. Walked once, and shared by the rules that look at every name.</summary>
internal sealed class MigrationFile
{
    private readonly List<(MemberDeclarationSyntax Type, MigrationInCode? Owner)> _types;

    private MigrationFile(CompilationUnitSyntax root, List<(MemberDeclarationSyntax Type, MigrationInCode? Owner)> types)
    {
        Root = root;
        _types = types;
        Parts = [.. types.Where(type => type.Owner is not null).Select(type => new MigrationPart(type.Type, type.Owner!))];
    }

    public CompilationUnitSyntax Root { get; }

    /// <summary>The types of migrations' namespaces; empty in a file that holds none.</summary>
    public IReadOnlyList<MigrationPart> Parts { get; }

    /// <summary>The types that belong to no migration.</summary>
    public IEnumerable<MemberDeclarationSyntax> OtherTypes => _types.Where(type => type.Owner is null).Select(type => type.Type);

    public IEnumerable<UsingDirectiveSyntax> Usings => SourceFile.OutsideOfTypes(Root).OfType<UsingDirectiveSyntax>();

    public static MigrationFile Read(SemanticModel model, MigrationsInCode migrations, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)model.SyntaxTree.GetRoot(cancellation);
        // Most files of a project say by their namespaces alone that they are of no interest.
        if (!SourceFile.OutsideOfTypes(root).OfType<BaseNamespaceDeclarationSyntax>().Any(IsMeant))
            return new(root, []);
        return new(root, [.. SourceFile.TypesIn(root).Select(type => (type, migrations.TryFind(model.GetDeclaredSymbol(type, cancellation))))]);
    }

    /// <summary>The migration whose code alone a using directive serves; null where several, or other code too, share it.</summary>
    public MigrationInCode? OwnerOf(UsingDirectiveSyntax directive)
    {
        var served = _types.Where(type => directive.Parent!.FullSpan.Contains(type.Type.Span)).Select(type => type.Owner).Distinct().ToList();
        return served.Count == 1 ? served[0] : null;
    }

    /// <summary>Whether a segment of a namespace, as its declaration writes it, is meant as a migration's.</summary>
    public static bool IsMeant(BaseNamespaceDeclarationSyntax space) => SegmentsOf(space).Any(segment => Stamp.IsMeant(segment.Identifier.ValueText));

    public static IEnumerable<SimpleNameSyntax> SegmentsOf(BaseNamespaceDeclarationSyntax space) => space.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>();
}

/// <summary>A type of a migration's namespace, with the pieces of its code that rules look at. Comments are left out.</summary>
internal sealed class MigrationPart
{
    private readonly List<SimpleNameSyntax> _names = [];
    private readonly List<InterpolationSyntax> _interpolations = [];
    private readonly List<SyntaxToken> _asyncKeywords = [];

    public MigrationPart(MemberDeclarationSyntax type, MigrationInCode owner)
    {
        Type = type;
        Owner = owner;
        foreach (var node in type.DescendantNodes())
            Keep(node);
    }

    public MemberDeclarationSyntax Type { get; }

    /// <summary>The migration that it belongs to.</summary>
    public MigrationInCode Owner { get; }

    /// <summary>Every name that its code uses.</summary>
    public IReadOnlyList<SimpleNameSyntax> Names => _names;

    /// <summary>The holes in its interpolated strings.</summary>
    public IReadOnlyList<InterpolationSyntax> Interpolations => _interpolations;

    public IReadOnlyList<SyntaxToken> AsyncKeywords => _asyncKeywords;

    private void Keep(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax name:
                _names.Add(name);
                break;
            case InterpolationSyntax hole:
                _interpolations.Add(hole);
                break;
            case MethodDeclarationSyntax { Modifiers: var modifiers }:
                KeepAsync(modifiers);
                break;
            case LocalFunctionStatementSyntax { Modifiers: var modifiers }:
                KeepAsync(modifiers);
                break;
            case AnonymousFunctionExpressionSyntax { Modifiers: var modifiers }:
                KeepAsync(modifiers);
                break;
        }
    }

    private void KeepAsync(SyntaxTokenList modifiers) => _asyncKeywords.AddRange(modifiers.Where(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)));
}
