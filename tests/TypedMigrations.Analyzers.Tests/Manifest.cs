using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMigrations.Analyzers.Tests;

/// <summary>The generated file, and the attribute as the compiler understands it.</summary>
internal sealed record Manifest(string? FileName, string Text, int? Version, ImmutableArray<string> Entries, string? Digest)
{
    public IEnumerable<string> Classes => Entries.Select(entry => entry.Split('|')[1]);

    /// <summary>Runs the generator and fails the test where the result does not compile cleanly.</summary>
    public static Manifest Of(Compilation compilation, ImmutableArray<AdditionalText> dataFiles)
    {
        var result = CSharpGeneratorDriver
            .Create([new ManifestGenerator().AsSourceGenerator()], dataFiles)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics)
            .GetRunResult();

        Assert.That(
            diagnostics.Concat(output.GetDiagnostics()).Where(problem => problem.Severity >= DiagnosticSeverity.Warning),
            Is.Empty);

        var attribute = Attribute(output, "MigrationManifestAttribute");

        return new(
            Path.GetFileName(result.GeneratedTrees.SingleOrDefault()?.FilePath),
            result.GeneratedTrees.SingleOrDefault()?.ToString() ?? "",
            (int?)attribute?.ConstructorArguments[0].Value,
            attribute is null ? [] : [.. attribute.ConstructorArguments[1].Values.Select(value => (string)value.Value!)],
            (string?)Attribute(output, "MigrationDigestAttribute")?.ConstructorArguments[0].Value);
    }

    private static AttributeData? Attribute(Compilation output, string name) =>
        output.Assembly.GetAttributes().SingleOrDefault(candidate => candidate.AttributeClass?.Name == name);
}
