using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Reaching;

/// <summary>A rule on what migrations name. The rules share one walk through each file.</summary>
/// <param name="descriptors">What it reports: one diagnostic, in one or several wordings.</param>
public abstract class ReachRule(params DiagnosticDescriptor[] descriptors) : MigrationRule(descriptors)
{
    private protected abstract ReachKind Kind { get; }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSemanticModelAction(context =>
        {
            foreach (var name in NamesOutOfReach.In(context.SemanticModel, context.CancellationToken).Where(name => name.Kind == Kind))
            {
                if (Judge(name, migrations) is { } diagnostic)
                    context.ReportDiagnostic(diagnostic);
            }
        });

    /// <summary>What to say of a name; null where another rule says it.</summary>
    private protected abstract Diagnostic? Judge(NameOutOfReach name, MigrationsInCode migrations);
}
