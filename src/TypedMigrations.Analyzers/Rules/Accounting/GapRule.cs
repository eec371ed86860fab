using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>A rule on differences that no step accounts for.</summary>
/// <param name="descriptors">What it reports.</param>
public abstract class GapRule(params DiagnosticDescriptor[] descriptors) : MigrationRule(descriptors)
{
    /// <summary>The property of the diagnostic that holds the line to add to <c>Up</c>.</summary>
    public const string LineProperty = "Line";

    /// <summary>The property of the diagnostic that holds the namespace that the line calls <c>Old</c>.</summary>
    public const string OldProperty = "Old";

    private protected sealed override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSymbolAction(
            context =>
            {
                if (migrations.OfClass(context.Symbol) is not { Space: not null } migration || migrations.Before(migration) is not { Space: { } before })
                    return;

                foreach (var gap in AccountingInCode.Of(migration, context.Compilation, migrations, context.CancellationToken))
                {
                    if (DescriptorOf(gap) is { } descriptor)
                        context.ReportDiagnostic(Diagnostic.Create(descriptor, migration.Class.Locations.First(), Properties(gap, before), gap.Subject, gap.Line, migration.Id, gap.Facts));
                }
            },
            SymbolKind.NamedType);

    /// <summary>How a gap is told; null where it is another rule's.</summary>
    private protected abstract DiagnosticDescriptor? DescriptorOf(Gap gap);

    private static ImmutableDictionary<string, string?> Properties(Gap gap, MigrationSpace before) =>
        ImmutableDictionary<string, string?>.Empty.Add(LineProperty, gap.Line).Add(OldProperty, before.FullName);
}
