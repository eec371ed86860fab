using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>A rule on what the constants of a migration declare together.</summary>
/// <param name="descriptors">What it reports: one diagnostic, in one or several wordings.</param>
public abstract class SchemaRule(params DiagnosticDescriptor[] descriptors) : MigrationRule(descriptors)
{
    private protected sealed override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSymbolAction(context => Check(context, migrations), SymbolKind.NamedType);

    /// <summary>What is wrong in the schema of one migration.</summary>
    private protected abstract IEnumerable<Fault> Faults(SchemaInCode schema);

    private protected static Fault At(ConstantInCode constant, DiagnosticDescriptor rule, SyntaxNode place, params object[] words) =>
        new(constant, Diagnostic.Create(rule, place.GetLocation(), words));

    /// <summary>A fault that a code fix repairs.</summary>
    private protected static Fault At(ConstantInCode constant, DiagnosticDescriptor rule, SyntaxNode place, (string Name, string Value) forFix, params object[] words) =>
        new(constant, Diagnostic.Create(rule, place.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(forFix.Name, forFix.Value), words));

    private void Check(SymbolAnalysisContext context, MigrationsInCode migrations)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (migrations.TryFind(type) is not { Space: { } space } || !LibraryTypes.ConstantsOf(type).Any())
            return;

        // Each class of constants reports its own, so that the editor shows them where they are written.
        foreach (var fault in Faults(migrations.SchemaOf(space, context.CancellationToken)).Where(fault => SymbolEqualityComparer.Default.Equals(fault.Constant.Constant.ContainingType, type)))
            context.ReportDiagnostic(fault.Diagnostic);
    }

    /// <summary>What is wrong with one constant.</summary>
    private protected sealed record Fault(ConstantInCode Constant, Diagnostic Diagnostic);
}
