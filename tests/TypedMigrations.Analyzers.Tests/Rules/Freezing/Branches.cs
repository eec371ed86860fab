using Microsoft.CodeAnalysis.CSharp;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Freezing;

/// <summary>Migrations of a module, one file each, and the lines that freeze them.</summary>
internal static class Branches
{
    public static readonly string First = Migration("M20201006_First", follows: null);
    public static readonly string Second = Migration("M20201022_Second", follows: "M20201006_First");
    public static readonly string Third = Migration("M20201024_Third", follows: "M20201022_Second");
    public static readonly string ThirdOfABranch = Migration("M20201024_Third", follows: "M20201006_First");

    public static string Migration(string space, string? follows) => $$"""
        using TypedMigrations;
        {{(follows is null ? "" : $"using Old = Accounts.{follows};")}}

        namespace Accounts.{{space}};

        public sealed class {{space.Split('_')[1]}} : Migration;
        """;

    /// <summary>The hash that freezes a migration: what the generator writes into the manifest, whether or not the rest of the module is there.</summary>
    public static string HashOf(string source)
    {
        var compilation = CSharpCompilation.Create("Accounts", [Module.Parse("Migration.cs", source)], RuleReferences.All);
        var generated = CSharpGeneratorDriver.Create(new ManifestGenerator()).RunGenerators(compilation).GetRunResult().GeneratedTrees.Single();
        return generated.ToString().Split('|')[2];
    }

    public static string Ledger(params string[] lines) => "# frozen\nnamespace Accounts\n" + string.Concat(lines.Select(line => line + "\n"));
}
