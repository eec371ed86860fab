using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules;

/// <summary>A rule on the migrations of a project. Where there is none, it costs nothing.</summary>
/// <param name="descriptors">What it reports: one diagnostic, in one or several wordings.</param>
public abstract class MigrationRule(params DiagnosticDescriptor[] descriptors) : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(descriptors);

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var migrations = MigrationsInCode.Of(start.Compilation);
            if (migrations.All.Count > 0)
                Watch(start, migrations);
        });
    }

    private protected abstract void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations);

    private protected static DiagnosticDescriptor Error(string id, string title, string message) => Describe(id, title, message, DiagnosticSeverity.Error);

    private protected static DiagnosticDescriptor Warning(string id, string title, string message) => Describe(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Describe(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "TypedMigrations", severity, isEnabledByDefault: true);
}
