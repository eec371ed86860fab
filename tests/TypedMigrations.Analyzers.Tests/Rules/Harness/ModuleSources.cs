using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Analyzers.Tests.Rules.Harness;

/// <summary>A module of this repository, as the compiler is given it.</summary>
internal static class ModuleSources
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.IO;";

    /// <summary>Compiles a module, with changes to its files, against the library and the modules that it refers to.</summary>
    public static CSharpCompilation Compile(string module, Func<string, string, string> edit, params CSharpCompilation[] references)
    {
        var trees = Files(module, "*.cs").Select(path => CSharpSyntaxTree.ParseText(edit(path, File.ReadAllText(path)), (CSharpParseOptions)RuleReferences.ParseOptions, path));
        return CSharpCompilation.Create(
            module, [.. trees, CSharpSyntaxTree.ParseText(Usings, (CSharpParseOptions)RuleReferences.ParseOptions)],
            [.. RuleReferences.All, .. references.Select(reference => reference.ToMetadataReference())], (CSharpCompilationOptions)RuleReferences.CompilationOptions);
    }

    public static CSharpCompilation Compile(string module, params CSharpCompilation[] references) => Compile(module, (_, text) => text, references);

    /// <summary>Its data files and its ledger.</summary>
    public static ImmutableArray<AdditionalText> AdditionalFiles(string module) =>
        [.. Files(module, "*.json").Concat(Files(module, "*.ledger")).Select(path => new DataText(path, File.ReadAllText(path)))];

    public static IEnumerable<string> Files(string module, string pattern) => Directory.EnumerateFiles(Path.Combine(Repository.Root, "modules", module), pattern, SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj") && Path.GetFileName(path) != "packages.lock.json");
}
