using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Fingerprinting;
using TypedMigrations.Analyzers.Reading;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>The fingerprints of the code's migrations, as the manifest has them.</summary>
internal static class CodeFingerprints
{
    private static readonly ConditionalWeakTable<Compilation, Fingerprints> Known = new();

    public static string Of(MigrationSpace space, Compilation compilation, AnalyzerOptions options, MigrationsInCode migrations, CancellationToken cancellation) =>
        Known.GetValue(compilation, _ => Read(compilation, options, migrations, cancellation)).Of(space.FullName);

    private static Fingerprints Read(Compilation compilation, AnalyzerOptions options, MigrationsInCode migrations, CancellationToken cancellation)
    {
        var namespaces = new MigrationNamespaces(migrations.Spaces.Select(space => space.FullName));
        var sources = compilation.SyntaxTrees
            .Select(tree => tree.GetRoot(cancellation))
            .Where(root => SourceFile.NamespacesIn(root).Any(namespaces.Cover))
            .Select(SourceFile.Read);
        var dataFiles = from file in options.AdditionalFiles from folder in namespaces.FoldersOn(file.Path) select DataFile.Read(file, folder, cancellation);

        return new(sources, dataFiles);
    }
}
