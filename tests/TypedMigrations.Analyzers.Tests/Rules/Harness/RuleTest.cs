using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TypedMigrations.Analyzers.Rules;

namespace TypedMigrations.Analyzers.Tests.Rules.Harness;

/// <summary>A project with migrations, compiled against the library itself, that one rule looks at.</summary>
/// <remarks>The code marks what is reported: <c>{|TM0204:new("accounts")|}</c>. What is not marked must not be reported.</remarks>
/// <typeparam name="TRule">The rule.</typeparam>
internal static class RuleTest<TRule>
    where TRule : MigrationRule, new()
{
    /// <summary>Looks at files, whose names matter only to rules that say so.</summary>
    public static Task Verify(params string[] sources) => TestOf<EmptyCodeFixProvider>(sources).RunAsync();

    /// <summary>Looks at files, and at one diagnostic with its whole message; the code marks its place with <c>{|#0:…|}</c>.</summary>
    public static Task VerifyMessage(string id, string message, params string[] sources)
    {
        var test = TestOf<EmptyCodeFixProvider>(sources);
        var severity = new TRule().SupportedDiagnostics.First(descriptor => descriptor.Id == id).DefaultSeverity;
        // The descriptor is not named, so that the message is compared as text.
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }

    /// <summary>Repairs what is marked in the first file.</summary>
    public static Task VerifyFix<TFix>(string source, string repaired, params string[] others)
        where TFix : CodeFixProvider, new()
    {
        var test = TestOf<TFix>([source, .. others]);
        foreach (var file in (string[])[repaired, .. others])
            test.FixedState.Sources.Add(file);
        return test.RunAsync();
    }

    private static CSharpCodeFixTest<TRule, TFix, DefaultVerifier> TestOf<TFix>(string[] sources)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TRule, TFix, DefaultVerifier> { ReferenceAssemblies = new ReferenceAssemblies("net10.0") };
        // A rule may have several wordings of one diagnostic.
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor;
        foreach (var source in sources)
            test.TestState.Sources.Add(source);
        test.SolutionTransforms.Add((solution, project) => solution
            .WithProjectMetadataReferences(project, RuleReferences.All)
            .WithProjectParseOptions(project, RuleReferences.ParseOptions)
            .WithProjectCompilationOptions(project, RuleReferences.CompilationOptions));
        return test;
    }
}

/// <summary>What the tried code is compiled against, and how.</summary>
internal static class RuleReferences
{
    public static IEnumerable<MetadataReference> All { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Migration).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(LiteDbSteps).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(LiteDB.ObjectId).Assembly.Location),
    ];

    public static ParseOptions ParseOptions { get; } = new Microsoft.CodeAnalysis.CSharp.CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13);

    public static CompilationOptions CompilationOptions { get; } =
        new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
}
