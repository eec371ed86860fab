using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>A name in the code of a migration that it may not use.</summary>
/// <param name="Kind">Why not.</param>
/// <param name="Place">Where the code writes it.</param>
/// <param name="Owner">The migration whose code it is.</param>
/// <param name="Symbol">The namespace or type that it means.</param>
/// <param name="Text">What it means, as messages write it.</param>
internal sealed record NameOutOfReach(ReachKind Kind, SimpleNameSyntax Place, MigrationInCode Owner, INamespaceOrTypeSymbol Symbol, string Text);

/// <summary>Finds the names that migrations may not use. Every file is walked once, for all rules that ask.</summary>
internal sealed class NamesOutOfReach
{
    private static readonly ConditionalWeakTable<Compilation, NamesOutOfReach> Known = new();

    private readonly Reach _reach;
    private readonly NamesToAsk _toAsk;
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<NameOutOfReach>> _files = new();

    private NamesOutOfReach(Compilation compilation, CancellationToken cancellation)
    {
        var migrations = MigrationsInCode.Of(compilation);
        _reach = new(compilation, migrations);
        _toAsk = new(compilation, _reach, migrations, cancellation);
    }

    public static IReadOnlyList<NameOutOfReach> In(SemanticModel model, CancellationToken cancellation)
    {
        var file = MigrationsInCode.Of(model.Compilation).FileOf(model, cancellation);
        if (file.Parts.Count == 0)
            return [];

        var names = Known.GetValue(model.Compilation, compilation => new(compilation, cancellation));
        return names._files.GetOrAdd(model.SyntaxTree, _ => new Walk(names._reach, model, file, cancellation).Run(names._toAsk.In(file, model, cancellation)));
    }

    /// <summary>The walk through one file.</summary>
    private sealed class Walk(Reach reach, SemanticModel model, MigrationFile file, CancellationToken cancellation)
    {
        private readonly List<NameOutOfReach> _found = [];
        private readonly HashSet<(int Line, string Text)> _told = [];
        private readonly HashSet<string> _imported = [];

        public IReadOnlyList<NameOutOfReach> Run(System.Func<string, bool> isToAsk)
        {
            foreach (var directive in file.Usings)
            {
                if (file.OwnerOf(directive) is not { } owner)
                    continue;
                foreach (var name in directive.NamespaceOrType.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(name => isToAsk(name.Identifier.ValueText)))
                    Check(owner, name);
                if (model.GetSymbolInfo(directive.NamespaceOrType, cancellation).Symbol is { } target)
                    _imported.Add(target.ToDisplayString());
            }

            foreach (var part in file.Parts)
                Run(part, isToAsk);
            return _found;
        }

        private void Run(MigrationPart part, System.Func<string, bool> isToAsk)
        {
            // A type of the own namespace hides every other of its name: most names of a migration are such.
            var own = new HashSet<string>(part.Owner.Class.ContainingNamespace.GetTypeMembers().Select(type => type.Name));
            foreach (var name in part.Names)
            {
                cancellation.ThrowIfCancellationRequested();
                var text = name.Identifier.ValueText;
                if (isToAsk(text) && (!own.Contains(text) || IsQualified(name)))
                    Check(part.Owner, name);
            }
        }

        private void Check(MigrationInCode owner, SimpleNameSyntax name)
        {
            if (name is IdentifierNameSyntax { IsVar: true } || IsAliasOfTheMigration(name))
                return;

            var symbol = model.GetSymbolInfo(name, cancellation).Symbol;
            if (Named(symbol) is not { } named || reach.Judge(owner, named) is var kind && kind == ReachKind.Allowed)
                return;

            // The namespace was reported, where the name or a using directive writes it.
            var isOfAMigration = kind is not (ReachKind.LiveModel or ReachKind.Package);
            if (isOfAMigration && named is INamedTypeSymbol && (IsQualified(name) || _imported.Contains(named.ContainingNamespace.ToDisplayString()) || _imported.Contains(named.ToDisplayString())))
                return;

            var text = symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method ? $"{TextOf(named)}.{method.Name}" : TextOf(named);
            if (_told.Add((name.GetLocation().GetLineSpan().StartLinePosition.Line, TextOf(named))))
                _found.Add(new(kind, name, owner, named, text));
        }

        private bool IsAliasOfTheMigration(SimpleNameSyntax name) =>
            name is IdentifierNameSyntax identifier
            && model.GetAliasInfo(identifier, cancellation)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive
            && directive.SyntaxTree == model.SyntaxTree
            && file.OwnerOf(directive) is not null;

        /// <summary>The namespace, or the outermost type, that a symbol leads to; null for what the migration's own code makes, such as locals.</summary>
        private static INamespaceOrTypeSymbol? Named(ISymbol? symbol)
        {
            if (symbol is INamespaceSymbol space)
                return Stamp.IsMeant(space.Name) ? space : null;

            var type = symbol switch
            {
                INamedTypeSymbol named => named,
                IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType,
                IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
                _ => null,
            };
            while (type?.ContainingType is { } outer)
                type = outer;
            return type?.OriginalDefinition;
        }

        private static bool IsQualified(SimpleNameSyntax name) => name.Parent switch
        {
            QualifiedNameSyntax qualified => qualified.Right == name,
            MemberAccessExpressionSyntax access => access.Name == name,
            AliasQualifiedNameSyntax or MemberBindingExpressionSyntax => true,
            _ => false,
        };

        private static string TextOf(INamespaceOrTypeSymbol named) => named.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
    }
}
