using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedMigrations.Analyzers.Fingerprinting;
using TypedMigrations.Analyzers.Reading;

namespace TypedMigrations.Analyzers;

/// <summary>Writes a module's manifest: one assembly attribute that lists its migrations with their fingerprints, and one with the digest of it all.</summary>
/// <remarks>
/// From the manifest the run time knows what exists without touching a single migration. A class is listed whatever its
/// namespace: judging a malformed one is left to the run time, whose message can name the remedy.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ManifestGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var migrations = context.SyntaxProvider
            .CreateSyntaxProvider(MigrationClass.MayBeOne, MigrationClass.TryRead)
            .Where(migration => migration is not null)
            .Select((migration, _) => migration!)
            .Collect();

        var namespaces = migrations
            .Select((found, _) => new MigrationNamespaces(found.Select(migration => migration.Namespace)))
            .WithTrackingName("Namespaces");

        // Syntax and texts travel only as far as the step that hashes them. That step runs again only for a file that is a
        // new object, so that an edit rehashes the edited file. Files of no interest stay as null, because steps know
        // their items by position: dropping one would rehash all that follow.
        var sources = context.SyntaxProvider
            .CreateSyntaxProvider(SourceFile.IsOne, (root, _) => root.Node)
            .Combine(namespaces)
            .Select((pair, _) => SourceFile.NamespacesIn(pair.Left).Any(pair.Right.Cover) ? pair.Left : null)
            .Select((root, _) => root is null ? SourceFile.OfNoInterest : SourceFile.Read(root))
            .WithTrackingName("Sources")
            .Collect();

        var dataFiles = context.AdditionalTextsProvider
            .Combine(namespaces)
            .SelectMany((pair, _) => pair.Right.FoldersOn(pair.Left.Path).Select(folder => (File: pair.Left, Folder: folder)))
            .Select((found, cancellation) => DataFile.Read(found.File, found.Folder, cancellation))
            .WithTrackingName("DataFiles")
            .Collect();

        var modules = context.SyntaxProvider
            .CreateSyntaxProvider(MigrationClass.MayBeOne, ModuleClass.TryRead)
            .Where(module => module is not null)
            .Select((module, _) => module!)
            .Collect();

        var manifest = migrations.Combine(sources).Combine(dataFiles).Combine(modules)
            .Select((all, _) => Manifest.Write(all.Left.Left.Left, new Fingerprints(all.Left.Left.Right, all.Left.Right), all.Right))
            .WithTrackingName("Manifest");

        // An implementation output: no code that is being typed depends on the manifest.
        context.RegisterImplementationSourceOutput(manifest, (output, text) =>
        {
            if (text.Length > 0)
                output.AddSource("MigrationManifest.g.cs", SourceText.From(text, Encoding.UTF8));
        });
    }
}
