using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>A rule on what makes a migration do one thing here and another there.</summary>
/// <param name="entries">The types and members that it looks for, with their namespaces and without type parameters.</param>
/// <param name="descriptors">What it reports: one diagnostic, in one or several wordings.</param>
public abstract class RepeatingRule(string[] entries, params DiagnosticDescriptor[] descriptors) : MigrationRule(descriptors)
{
    private static readonly SymbolDisplayFormat FullName = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly HashSet<string> _entries = new(entries, StringComparer.Ordinal);
    // The compiler is asked only about names that are spelled like an entry.
    private readonly HashSet<string> _words = new(entries.Select(entry => entry.Substring(entry.LastIndexOf('.') + 1)), StringComparer.Ordinal);

    private protected sealed override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSemanticModelAction(context =>
        {
            var file = migrations.FileOf(context.SemanticModel, context.CancellationToken);
            if (file.Parts.Count == 0)
                return;

            var told = new HashSet<(int Line, string Text)>();
            foreach (var use in UsesIn(file, context.SemanticModel, context.CancellationToken))
            {
                if (Judge(use) is { } diagnostic && told.Add((use.Place.GetLocation().GetLineSpan().StartLinePosition.Line, KeyOf(use))))
                    context.ReportDiagnostic(diagnostic);
            }
        });

    /// <summary>What to say of a use; null where it does no harm.</summary>
    private protected abstract Diagnostic? Judge(Use use);

    /// <summary>Uses that show in no name.</summary>
    private protected virtual IEnumerable<Use> MoreIn(MigrationPart part, SemanticModel model, CancellationToken cancellation) => [];

    /// <summary>What is told once a line.</summary>
    private protected virtual string KeyOf(Use use) => use.Text;

    private protected static string FullNameOf(ISymbol symbol) => symbol is ITypeSymbol type ? type.OriginalDefinition.ToDisplayString(FullName)
        : symbol.ContainingType is { } container ? $"{FullNameOf(container)}.{symbol.Name}"
        : symbol.Name;

    private IEnumerable<Use> UsesIn(MigrationFile file, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var part in file.Parts)
        {
            foreach (var use in MoreIn(part, model, cancellation))
                yield return use;
            foreach (var name in part.Names.Where(name => _words.Contains(name.Identifier.ValueText)))
            {
                if (UseOf(part.Owner, name, model, cancellation) is { } use)
                    yield return use;
            }
        }

        // What a directive brings by another name, or without its type's, would not be recognized where it is used.
        foreach (var directive in file.Usings.Where(directive => directive.Alias is not null || directive.StaticKeyword.Span.Length > 0))
        {
            if (file.OwnerOf(directive) is not { } owner || directive.NamespaceOrType.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is not { } name)
                continue;
            if (_words.Contains(name.Identifier.ValueText) && UseOf(owner, name, model, cancellation) is { } use)
                yield return use;
        }
    }

    private Use? UseOf(MigrationInCode owner, SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        // Whoever takes a parameter is given what another line made.
        if (name.FirstAncestorOrSelf<ParameterSyntax>() is { Type: { } type } && type.Span.Contains(name.Span))
            return null;

        var written = model.GetSymbolInfo(name, cancellation).Symbol;
        var symbol = written is IMethodSymbol { ReducedFrom: { } extension } ? extension : written;
        if (symbol is null or INamespaceSymbol || !_entries.Contains(FullNameOf(symbol)))
            return null;

        var place = PlaceOf(name, written!);
        var text = symbol is not INamedTypeSymbol ? $"{symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{symbol.Name}"
            : place is MemberAccessExpressionSyntax access ? $"{symbol.Name}.{access.Name.Identifier.ValueText}"
            : symbol.Name;
        return new(owner, place, name, symbol, text, model, cancellation);
    }

    private static SyntaxNode PlaceOf(SimpleNameSyntax name, ISymbol symbol)
    {
        if (symbol.IsStatic && symbol is not INamedTypeSymbol && name.Parent is MemberAccessExpressionSyntax whole && whole.Name == name)
            return whole;
        var type = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? qualified : (SyntaxNode)name;
        return symbol is INamedTypeSymbol && type.Parent is MemberAccessExpressionSyntax member && member.Expression == type ? member : name;
    }
}

/// <summary>A use of what a rule looks for.</summary>
/// <param name="Owner">The migration whose code it is.</param>
/// <param name="Place">The piece of code to report.</param>
/// <param name="Name">The name in it; null where it shows in no name.</param>
/// <param name="Symbol">What is used; null where it shows in no name.</param>
/// <param name="Text">What is used, as messages write it.</param>
internal sealed record Use(MigrationInCode Owner, SyntaxNode Place, SimpleNameSyntax? Name, ISymbol? Symbol, string Text, SemanticModel Model, CancellationToken Cancellation);
