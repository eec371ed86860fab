using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The names that may lead out of a migration's reach. Of all others, the compiler need not be asked what they mean.</summary>
internal sealed class NamesToAsk
{
    private readonly Reach _reach;
    private readonly HashSet<string> _everywhere = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HashSet<string>> _extensions = new();

    public NamesToAsk(Compilation compilation, Reach reach, MigrationsInCode migrations, CancellationToken cancellation)
    {
        _reach = reach;
        AddLiveCode(compilation.Assembly.GlobalNamespace, migrations);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(IsForeign))
        {
            foreach (var name in assembly.TypeNames)
                AddType(name);
        }

        foreach (var directive in compilation.SyntaxTrees.SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot(cancellation)).Usings).Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)))
            AddGlobal(compilation, directive);
    }

    /// <summary>What has to be asked in one file: what its using directives bring comes on top.</summary>
    public Func<string, bool> In(MigrationFile file, SemanticModel model, CancellationToken cancellation)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directive in file.Usings)
        {
            var target = model.GetSymbolInfo(directive.NamespaceOrType, cancellation).Symbol as INamespaceOrTypeSymbol;
            if (target is INamespaceSymbol space && directive.Alias is null)
                here.UnionWith(ExtensionsOf(space));
            // A directive that serves one migration alone is reported itself, rather than every name that it brings.
            if (target is not null && file.OwnerOf(directive) is null)
                here.UnionWith(NamesThrough(directive, target));
        }

        return name => _everywhere.Contains(name) || here.Contains(name) || Stamp.IsMeant(name);
    }

    private bool IsForeign(IAssemblySymbol assembly) => _reach.OriginOf(assembly) is OriginKind.OtherProject or OriginKind.Package;

    private void AddLiveCode(INamespaceSymbol space, MigrationsInCode migrations)
    {
        if (Stamp.IsMeant(space.Name) && migrations.TryFind(space) is not null)
            return;

        foreach (var type in space.GetTypeMembers())
        {
            AddType(type.Name);
            if (type.MightContainExtensionMethods)
                _everywhere.UnionWith(ExtensionsOf(type));
        }

        foreach (var below in space.GetNamespaceMembers())
            AddLiveCode(below, migrations);
    }

    private void AddType(string name)
    {
        _everywhere.Add(name);
        if (name.EndsWith("Attribute", StringComparison.Ordinal))
            _everywhere.Add(name.Substring(0, name.Length - "Attribute".Length));
    }

    private void AddGlobal(Compilation compilation, UsingDirectiveSyntax directive)
    {
        INamespaceOrTypeSymbol? target = compilation.GlobalNamespace;
        foreach (var segment in directive.NamespaceOrType.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText != "global"))
            target = target?.GetMembers(segment.Identifier.ValueText).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();

        if (target is INamespaceSymbol space && directive.Alias is null)
            _everywhere.UnionWith(ExtensionsOf(space));
        if (target is not null)
            _everywhere.UnionWith(NamesThrough(directive, target));
    }

    private static IEnumerable<string> NamesThrough(UsingDirectiveSyntax directive, INamespaceOrTypeSymbol target) =>
        directive.Alias is { Name.Identifier.ValueText: var alias } ? [alias]
        : target is INamedTypeSymbol type ? type.MemberNames
        : MigrationSpace.Of(target) is not null ? target.GetTypeMembers().Select(member => member.Name)
        : [];

    /// <summary>Extension methods of a namespace show no type where they are called.</summary>
    private HashSet<string> ExtensionsOf(INamespaceSymbol space) => _extensions.GetOrAdd(space.ToDisplayString(), _ => new(
        space.ConstituentNamespaces
            .Where(part => part.ContainingAssembly is { MightContainExtensionMethods: true } assembly && IsForeign(assembly))
            .SelectMany(part => part.GetTypeMembers())
            .Where(type => type.MightContainExtensionMethods)
            .SelectMany(ExtensionsOf),
        StringComparer.Ordinal));

    private static IEnumerable<string> ExtensionsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsExtensionMethod).Select(method => method.Name);
}
