using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMigrations.Analyzers.Tests;

/// <summary>The generator runs at each keystroke: only what changed may be hashed again.</summary>
public sealed class CodeIsEditedInTheEditor
{
    private const int MigrationCount = 1000;

    private static readonly Module _module = Enumerable.Range(0, MigrationCount)
        .Aggregate(Module.Empty, (module, index) => module.With($"{index}.cs", MigrationNumber(index)))
        .With("Live.cs", "namespace Accounts; class Live;")
        .WithData("/src/M20200101_Number7/data.json", "{}")
        .WithData("/src/M20200101_Number8/data.json", "{}");

    [Test]
    public void NothingIsHashedOrWrittenAfterAnUnrelatedEdit()
    {
        var run = After(driver => driver, compilation => Edit(compilation, "Live.cs", "namespace Accounts; class Live { int _count = 1; }"));

        Assert.That(Reasons(run, "Sources"), Is.All.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(Reasons(run, "DataFiles"), Is.All.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(Reasons(run, "Manifest"), Is.EqualTo(new[] { IncrementalStepRunReason.Cached }));
        Assert.That(OutputReasons(run), Is.EqualTo(new[] { IncrementalStepRunReason.Cached }));
    }

    [Test]
    public void NothingIsWrittenAfterAnUnrelatedFileAppears()
    {
        var run = After(driver => driver, compilation => compilation.AddSyntaxTrees(Module.Parse("New.cs", "class New : System.Exception;")));

        Assert.That(Hashed(run, "Sources"), Is.EqualTo(new[] { IncrementalStepRunReason.New }));
        Assert.That(OutputReasons(run), Is.EqualTo(new[] { IncrementalStepRunReason.Cached }));
    }

    [Test]
    public void NothingIsWrittenAfterACommentInAMigration()
    {
        var run = After(driver => driver, compilation => Edit(compilation, "7.cs", MigrationNumber(7) + "// a comment"));

        Assert.That(Hashed(run, "Sources"), Is.EqualTo(new[] { IncrementalStepRunReason.Unchanged }));
        Assert.That(OutputReasons(run), Is.EqualTo(new[] { IncrementalStepRunReason.Cached }));
    }

    [Test]
    public void OneFileIsHashedAfterAnEditOfAMigration()
    {
        var run = After(driver => driver, compilation => Edit(compilation, "7.cs", MigrationNumber(7) + "class Role;"));

        Assert.That(Hashed(run, "Sources"), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
        Assert.That(OutputReasons(run), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
    }

    [Test]
    public void OneFileIsHashedForANewMigration()
    {
        var run = After(
            driver => driver,
            compilation => compilation.AddSyntaxTrees(Module.Parse("New.cs", MigrationNumber(MigrationCount))));

        Assert.That(Hashed(run, "Sources"), Is.EqualTo(new[] { IncrementalStepRunReason.New }));
        Assert.That(Hashed(run, "DataFiles"), Is.Empty);
        Assert.That(OutputReasons(run), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
    }

    [Test]
    public void NoNamespaceIsLookedForAfterAMigrationGetsADependency()
    {
        var run = After(
            driver => driver,
            compilation => Edit(compilation, "7.cs", "using Accounts.M20200101_Number6;"
                + MigrationNumber(7).Replace("; class", "; [TypedMigrations.DependsOn<Number6>] class")));

        Assert.That(Reasons(run, "Namespaces"), Is.EqualTo(new[] { IncrementalStepRunReason.Unchanged }));
        Assert.That(Hashed(run, "Sources"), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
        Assert.That(OutputReasons(run), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
    }

    [Test]
    public void OneFileIsHashedAfterAnEditOfAMigrationsData()
    {
        var run = After(
            driver => driver.ReplaceAdditionalText(_module.DataFiles[0], new DataText(_module.DataFiles[0].Path, "[]")),
            compilation => compilation);

        Assert.That(Hashed(run, "Sources"), Is.Empty);
        Assert.That(Hashed(run, "DataFiles"), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
        Assert.That(OutputReasons(run), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
    }

    [Test]
    public void TheManifestGoesWithTheLastMigration()
    {
        var compilation = Module.WithOneMigration.Compilation();
        var driver = Driver([]).RunGenerators(compilation);
        Assert.That(driver.GetRunResult().GeneratedTrees, Has.Length.EqualTo(1));

        driver = driver.RunGenerators(compilation.RemoveAllSyntaxTrees());

        Assert.That(driver.GetRunResult().GeneratedTrees, Is.Empty);
    }

    private static string MigrationNumber(int index) =>
        $"namespace Accounts.M20200101_Number{index}; class Number{index} : TypedMigrations.Migration;";

    private static GeneratorDriver Driver(IEnumerable<AdditionalText> dataFiles) =>
        CSharpGeneratorDriver.Create(
            [new ManifestGenerator().AsSourceGenerator()],
            dataFiles,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorRunResult After(
        Func<GeneratorDriver, GeneratorDriver> editData,
        Func<CSharpCompilation, CSharpCompilation> editCode)
    {
        var compilation = _module.Compilation();
        var driver = Driver(_module.DataFiles).RunGenerators(compilation);

        return editData(driver).RunGenerators(editCode(compilation)).GetRunResult().Results.Single();
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string path, string code) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Module.Parse(path, code));

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult run, string step) =>
        run.TrackedSteps[step].SelectMany(tracked => tracked.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> Hashed(GeneratorRunResult run, string step) =>
        Reasons(run, step).Where(reason => reason != IncrementalStepRunReason.Cached);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult run) =>
        run.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(tracked => tracked.Outputs).Select(output => output.Reason);
}
