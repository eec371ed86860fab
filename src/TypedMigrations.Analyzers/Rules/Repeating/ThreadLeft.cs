using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>TM0405: a migration waits for, or starts, work on other threads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadLeft : RepeatingRule
{
    private static readonly string[] Entries =
    [
        "System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.Parallel",
        "System.Threading.Tasks.Task.Result", "System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task.GetAwaiter",
        "System.Threading.Tasks.ValueTask.Result", "System.Threading.Tasks.ValueTask.GetAwaiter",
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Timers.Timer",
        "System.Linq.ParallelEnumerable", "System.Linq.ParallelEnumerable.AsParallel", "System.Collections.Generic.IAsyncEnumerable",
    ];

    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0405", "A migration leaves its thread",
        "Migration {0} uses {1}, which may go on on another thread, but a store's transaction is bound to the thread of the run: do the work in plain methods that return when it is done");

    /// <summary>Makes the rule.</summary>
    public ThreadLeft() : base(Entries, Rule)
    {
    }

    private protected override Diagnostic? Judge(Use use) =>
        Diagnostic.Create(Rule, use.Name is null ? KeywordOf(use.Place).GetLocation() : use.Place.GetLocation(), use.Owner.Id, use.Text);

    // An async method shows its task on the same line: one fault, told once.
    private protected override string KeyOf(Use use) => "";

    private protected override IEnumerable<Use> MoreIn(MigrationPart part, SemanticModel model, CancellationToken cancellation) =>
        part.AsyncKeywords.Select(keyword => new Use(part.Owner, keyword.Parent!, null, null, "async", model, cancellation));

    private static SyntaxToken KeywordOf(SyntaxNode method) => method.ChildTokens().First(token => token.IsKind(SyntaxKind.AsyncKeyword));
}
