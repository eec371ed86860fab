using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMigrations.Analyzers.Tests;

/// <summary>A module assembly to be: source and data files, and what the generator makes of them.</summary>
internal sealed record Module
{
    public static Module Empty { get; } = new();

    /// <summary>One migration in the namespace <see cref="Sample.Namespace"/>.</summary>
    public static Module WithOneMigration { get; } = Empty.With("Migration.cs", Sample.Migration);

    public ImmutableArray<SyntaxTree> Sources { get; init; } = [];

    public ImmutableArray<AdditionalText> DataFiles { get; init; } = [];

    public ImmutableArray<MetadataReference> References { get; init; } = [.. Net100.References.All, Library.Reference];

    public Module With(string path, string code) => this with { Sources = Sources.Add(Parse(path, code)) };

    public Module With(AdditionalText file) => this with { DataFiles = DataFiles.Add(file) };

    public Module WithData(string path, string text) => With(new DataText(path, text));

    public Manifest Manifest() => Tests.Manifest.Of(Compilation(), DataFiles);

    /// <summary>The fingerprint of the module's only migration.</summary>
    public string Fingerprint() => Manifest().Entries.Single().Split('|')[2];

    public CSharpCompilation Compilation() =>
        CSharpCompilation.Create("Accounts", Sources, References, new(OutputKind.DynamicallyLinkedLibrary));

    public static SyntaxTree Parse(string path, string code) =>
        CSharpSyntaxTree.ParseText(code, CSharpParseOptions.Default, path);
}
