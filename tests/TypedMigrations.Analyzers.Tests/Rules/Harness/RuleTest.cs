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
        // The descriptor is not named, so that the message is compared as text.
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, SeverityOf(id)).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }

    /// <summary>Looks at files and at a ledger, and at what is reported with its whole message. The place is a line of the ledger, or marked in the code.</summary>
    public static Task VerifyLedger(string ledger, string[] sources, params DiagnosticResult[] expected)
    {
        var test = TestOf<EmptyCodeFixProvider>(sources);
        test.TestState.AdditionalFiles.Add((LedgerPath, ledger));
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>What is reported of a row of the ledger, counted from 1.</summary>
    public static DiagnosticResult AtRow(int row, string id, string message) =>
        new DiagnosticResult(id, DiagnosticSeverity.Error).WithLocation(LedgerPath, row, 1).WithMessage(message);

    /// <summary>Repairs what is marked in the first file.</summary>
    public static Task VerifyFix<TFix>(string source, string repaired, params string[] others)
        where TFix : CodeFixProvider, new()
    {
        var test = TestOf<TFix>([source, .. others]);
        foreach (var file in (string[])[repaired, .. others])
            test.FixedState.Sources.Add(file);
        return test.RunAsync();
    }

    private const string LedgerPath = "/Accounts/migrations.ledger";
    /// <summary>Repairs what is marked, whichever files the repair changes.</summary>
    public static Task VerifyFix<TFix>(string[] sources, string[] repaired)
        where TFix : CodeFixProvider, new()
    {
        var test = TestOf<TFix>(sources);
        foreach (var file in repaired)
            test.FixedState.Sources.Add(file);
        return test.RunAsync();
    }

    /// <summary>Looks at files of a project that refers to another assembly: a project's compilation, or a package's image.</summary>
    public static Task Verify(MetadataReference reference, params string[] sources)
    {
        var test = TestOf<EmptyCodeFixProvider>(sources);
        test.SolutionTransforms.Add((solution, project) => solution.AddMetadataReference(project, reference));
        return test.RunAsync();
    }

    /// <summary>Looks at such files, and at one diagnostic with its whole message.</summary>
    public static Task VerifyMessage(MetadataReference reference, string id, string message, params string[] sources)
    {
        var test = TestOf<EmptyCodeFixProvider>(sources);
        test.SolutionTransforms.Add((solution, project) => solution.AddMetadataReference(project, reference));
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, SeverityOf(id)).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }

    private static DiagnosticSeverity SeverityOf(string id) => new TRule().SupportedDiagnostics.First(descriptor => descriptor.Id == id).DefaultSeverity;

    private static CSharpCodeFixTest<TRule, TFix, DefaultVerifier> TestOf<TFix>(string[] sources)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TRule, TFix, DefaultVerifier>
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            // A rule with several wordings marks places with its one id; VerifyMessage tells the wordings apart.
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
        };
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
    /// <summary>Another project, as the editor refers to it.</summary>
    public static MetadataReference Project(string name, params string[] sources) => Compile(name, sources).ToMetadataReference();

    /// <summary>A package, as a build refers to it.</summary>
    public static MetadataReference Package(string name, params string[] sources)
    {
        var image = new MemoryStream();
        var emitted = Compile(name, sources).Emit(image);
        Assert.That(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return MetadataReference.CreateFromImage(image.ToArray(), filePath: $"/packages/{name.ToLowerInvariant()}/1.0.0/lib/net10.0/{name}.dll");
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string name, string[] sources) => Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
        name, sources.Select(source => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source)), All, new(OutputKind.DynamicallyLinkedLibrary));

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
