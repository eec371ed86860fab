using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0208: a constant names a static field that is still null when the constant is made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsedBeforeItIsSet : MigrationRule
{
    /// <summary>The property of the diagnostic that holds the name of the field to move up.</summary>
    public const string FieldProperty = "Field";

    private const string Title = "A constant is used before it is set";

    private static readonly DiagnosticDescriptor Below = Error(
        "TM0208", Title, "{0} names {1}, which is declared below it and still null when {0} is made, because constants are set in the order of their lines: move {1} above {0}");

    private static readonly DiagnosticDescriptor Itself = Error("TM0208", Title, "{0} names itself, and is still null at that point: name another constant");

    private static readonly DiagnosticDescriptor Circle = Error(
        "TM0208", Title, "{0} names {1}, which may still be null then: the constants of {2} are set first where they are asked for first, and one above {1} names {3}; move {1} above it");

    /// <summary>Makes the rule.</summary>
    public UsedBeforeItIsSet() : base(Below, Itself, Circle)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations)
    {
        var reads = new ConcurrentDictionary<MigrationSpace, IReadOnlyCollection<EarlyRead>>();
        start.RegisterSymbolAction(
            context =>
            {
                if (migrations.TryFind(context.Symbol) is not { Space: { } space } || !LibraryTypes.ConstantsOf((INamedTypeSymbol)context.Symbol).Any())
                    return;

                var early = reads.GetOrAdd(space, asked => InitializationOrder.EarlyReads(ConstantsReader.TypesIn(context.Compilation, asked.FullName), context.CancellationToken));
                foreach (var read in early.Where(read => SymbolEqualityComparer.Default.Equals(read.Reader.ContainingType, context.Symbol) && IsMeant(context.Compilation, read)))
                    Report(context, read);
            },
            SymbolKind.NamedType);
    }

    private static void Report(SymbolAnalysisContext context, EarlyRead read)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(read.Reader.ContainingType, read.Read.ContainingType);
        var isItself = SymbolEqualityComparer.Default.Equals(read.Reader, read.Read);
        var properties = isOwn && !isItself ? ImmutableDictionary<string, string?>.Empty.Add(FieldProperty, read.Read.Name) : ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            isItself ? Itself : isOwn ? Below : Circle, read.Name.GetLocation(), properties, TextOf(read.Reader), TextOf(read.Read), read.Read.ContainingType.Name, read.Reader.ContainingType.Name));
    }

    private static bool IsMeant(Compilation compilation, EarlyRead read) => SemanticSymbols.At(compilation, read.Name) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, read.Read);

    private static string TextOf(IFieldSymbol field) => $"{field.ContainingType.Name}.{field.Name}";
}
