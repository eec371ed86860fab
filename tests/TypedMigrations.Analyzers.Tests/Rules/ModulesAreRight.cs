using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Rules;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules;

/// <summary>Every rule looks at every line of two real modules, with their data files and ledgers.</summary>
public sealed class ModulesAreRight
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> AllRules =
    [
        .. typeof(MigrationRule).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(MigrationRule).IsAssignableFrom(type)).Select(type => (MigrationRule)Activator.CreateInstance(type)!),
    ];

    [Test]
    public async Task NoRuleReportsAccounts() => Assert.That(await Reported("Accounts", ModuleSources.Compile("Accounts")), Is.Empty);

    [Test]
    public async Task NoRuleReportsDisco() => Assert.That(await Reported("Disco", ModuleSources.Compile("Disco", ModuleSources.Compile("Accounts"))), Is.Empty);

    private static async Task<IEnumerable<string>> Reported(string module, CSharpCompilation compilation)
    {
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);

        var diagnostics = await compilation.WithAnalyzers(AllRules, new AnalyzerOptions(ModuleSources.AdditionalFiles(module))).GetAllDiagnosticsAsync();
        return diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("TM", StringComparison.Ordinal) || diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)).Select(diagnostic => diagnostic.ToString());
    }
}
