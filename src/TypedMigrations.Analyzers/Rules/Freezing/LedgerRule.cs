using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>A rule on what a ledger holds, compared with the code.</summary>
/// <param name="descriptors">What it reports.</param>
public abstract class LedgerRule(params DiagnosticDescriptor[] descriptors) : MigrationRule(descriptors)
{
    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterAdditionalFileAction(context =>
        {
            if (LedgerFile.TryRead(context.AdditionalFile, context.CancellationToken) is { } file)
                Check(context, migrations, file);
        });

    private protected abstract void Check(AdditionalFileAnalysisContext context, MigrationsInCode migrations, LedgerFile file);
}
