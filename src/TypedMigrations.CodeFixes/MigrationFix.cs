using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMigrations.CodeFixes;

/// <summary>The repair of one rule.</summary>
/// <param name="id">The rule that it repairs.</param>
public abstract class MigrationFix(string id) : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(id);

    /// <inheritdoc />
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { } node && TitleOf(diagnostic, node) is { } title)
                context.RegisterCodeFix(CodeAction.Create(title, cancellation => FixAsync(context.Document, root, node, diagnostic, cancellation), equivalenceKey: id), diagnostic);
        }
    }

    /// <summary>What the repair does, as the editor offers it; null where there is none for this case.</summary>
    private protected abstract string? TitleOf(Diagnostic diagnostic, SyntaxNode node);

    private protected abstract Task<Document> FixAsync(Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation);
}
