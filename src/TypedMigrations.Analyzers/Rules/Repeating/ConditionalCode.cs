using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>TM0406: code of a migration is there in one build configuration and not in another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConditionalCode : MigrationRule
{
    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0406", "Code of a migration depends on the build configuration",
        "Code of migration {0} stands under '#if {1}', so that builds of different configurations have different fingerprints, and one refuses the databases that the other migrated: take the condition away");

    /// <summary>Makes the rule.</summary>
    public ConditionalCode() : base(Rule)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSemanticModelAction(context =>
        {
            var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
            if (!root.ContainsDirectives)
                return;

            var file = migrations.FileOf(context.SemanticModel, context.CancellationToken);
            for (var directive = root.GetFirstDirective(IsIf); directive is not null; directive = directive.GetNextDirective(IsIf))
            {
                var condition = (IfDirectiveTriviaSyntax)directive;
                var branches = BranchesOf(condition, root.SyntaxTree.GetText(context.CancellationToken));
                if (branches.Select(TokensOf).Distinct().Skip(1).Any() && OwnerOf(file, condition, branches) is { } owner)
                    context.ReportDiagnostic(Diagnostic.Create(Rule, condition.GetLocation(), owner, condition.Condition.ToString()));
            }
        });

    private static bool IsIf(DirectiveTriviaSyntax directive) => directive.IsKind(SyntaxKind.IfDirectiveTrivia);

    /// <summary>The text of each branch. Without an else, the other configuration has nothing.</summary>
    private static List<string> BranchesOf(IfDirectiveTriviaSyntax condition, SourceText text)
    {
        var directives = condition.GetRelatedDirectives();
        var branches = directives.Zip(directives.Skip(1), (from, to) => text.ToString(TextSpan.FromBounds(from.Span.End, Math.Max(from.Span.End, to.SpanStart)))).ToList();
        if (!directives.Any(directive => directive.IsKind(SyntaxKind.ElseDirectiveTrivia)))
            branches.Add("");
        return branches;
    }

    /// <summary>The tokens of a branch, whether it is compiled or not. Comments, pragmas and nullable contexts are none.</summary>
    private static string TokensOf(string branch)
    {
        var lines = branch.Split('\n').Where(line => !line.TrimStart().StartsWith("#", StringComparison.Ordinal));
        return string.Join(" ", SyntaxFactory.ParseTokens(string.Join("\n", lines)).Select(token => token.Text)).Trim();
    }

    /// <summary>The migration whose code the branches hold; null where they hold other code.</summary>
    private static string? OwnerOf(MigrationFile file, IfDirectiveTriviaSyntax condition, List<string> branches)
    {
        var last = condition.GetRelatedDirectives().Last();
        var region = TextSpan.FromBounds(condition.SpanStart, Math.Max(condition.Span.End, last.Span.End));
        if (file.Parts.FirstOrDefault(part => part.Type.FullSpan.IntersectsWith(region)) is { } touched)
            return touched.Owner.Id;
        // A type that is not compiled leaves no other trace than its text, in a file of migrations.
        if (file.Parts.Count > 0)
            return file.OtherTypes.Any() ? null : file.Parts[0].Owner.Id;
        return branches.Select(HiddenMigration).FirstOrDefault(hidden => hidden is not null);
    }

    /// <summary>The migration's namespace that text which may not be compiled declares.</summary>
    private static string? HiddenMigration(string branch) => !branch.Contains("namespace ") ? null
        : CSharpSyntaxTree.ParseText(branch).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(MigrationFile.SegmentsOf)
            .Select(segment => Stamp.TryParse(segment.Identifier.ValueText)?.Id)
            .FirstOrDefault(id => id is not null);
}
