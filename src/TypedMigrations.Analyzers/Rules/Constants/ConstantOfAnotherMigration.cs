using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0209: a constant or a record of a migration is made of what belongs to another migration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantOfAnotherMigration : MigrationRule
{
    /// <summary>The property of the diagnostic that holds the migration's own type of the same name.</summary>
    public const string OwnProperty = "Own";

    private const string Title = "A constant is shared with another migration";

    private static readonly DiagnosticDescriptor Constant = Error(
        "TM0209", Title, "Constant {0} is made of {1} of migration {2}, so that an edit of the one would change the other: name a {3} of this migration's own, copied if there is none");

    private static readonly DiagnosticDescriptor Record = Error(
        "TM0209", Title, "Record {0} is made of {1} of migration {2}, so that an edit of the one would change the other: name a {3} of this migration's own, copied if there is none");

    private static readonly DiagnosticDescriptor Reference = Error(
        "TM0209", Title, "Constant {0} declares a reference from {1} of migration {2}, which would change that migration's schema: declare it from a field of this migration");

    /// <summary>Makes the rule.</summary>
    public ConstantOfAnotherMigration() : base(Constant, Record, Reference)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations)
    {
        var records = new ConcurrentDictionary<MigrationSpace, HashSet<ISymbol>>();
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.TypeKind == TypeKind.Enum || migrations.TryFind(type) is not { Space: { } space })
                    return;

                var look = new Look(context, migrations, space);
                foreach (var constant in LibraryTypes.ConstantsOf(type))
                    look.AtConstant(constant);
                if (records.GetOrAdd(space, asked => RecordsOf(migrations, asked, context.CancellationToken)).Contains(type))
                    look.AtRecord(type);
            },
            SymbolKind.NamedType);
    }

    /// <summary>The records of a migration's documents, and what they hold.</summary>
    private static HashSet<ISymbol> RecordsOf(MigrationsInCode migrations, MigrationSpace space, CancellationToken cancellation)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Stack<INamedTypeSymbol>(migrations.SchemaOf(space, cancellation).Tables.Select(table => table.Record));
        while (waiting.Count > 0)
        {
            var record = waiting.Pop();
            if (!space.Equals(migrations.SpaceOf(record)) || !found.Add(record))
                continue;
            foreach (var part in RecordInCode.DataOf(record).SelectMany(property => TypeParts.Of(property.Type)).Concat(record.BaseType is { } ancestor ? [ancestor] : []))
                waiting.Push(part);
        }

        return found;
    }

    /// <summary>One look at one type.</summary>
    private sealed class Look(SymbolAnalysisContext context, MigrationsInCode migrations, MigrationSpace space)
    {
        public void AtConstant(IFieldSymbol constant)
        {
            var text = $"{constant.ContainingType.Name}.{constant.Name}";
            ReportParts(Constant, text, constant.Type, TypeParts.SyntaxOf(constant, context.CancellationToken));
            if (LibraryTypes.IsReference(constant.Type) && ReceiverOf(constant) is { } receiver
                && SemanticSymbols.At(context.Compilation, receiver) is IFieldSymbol from && OtherSpaceOf(from) is { } other)
                context.ReportDiagnostic(Diagnostic.Create(Reference, receiver.GetLocation(), text, $"{from.ContainingType.Name}.{from.Name}", Name(other)));
        }

        public void AtRecord(INamedTypeSymbol record)
        {
            foreach (var property in RecordInCode.DataOf(record).Where(property => SymbolEqualityComparer.Default.Equals(property.ContainingType, record)))
                ReportParts(Record, $"{record.Name}.{property.Name}", property.Type, TypeParts.SyntaxOf(property, context.CancellationToken));
            if (record.BaseType is { } ancestor)
                ReportParts(Record, record.Name, ancestor, BaseOf(record));
        }

        private void ReportParts(DiagnosticDescriptor rule, string text, ITypeSymbol type, TypeSyntax? written)
        {
            if (written is null)
                return;
            foreach (var part in TypeParts.Of(type))
            {
                if (OtherSpaceOf(part) is not { } other)
                    continue;
                var own = context.Compilation.GetTypeByMetadataName($"{space.FullName}.{part.MetadataName}") is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(OwnProperty, part.Name);
                context.ReportDiagnostic(Diagnostic.Create(rule, TypeParts.NameIn(written, part).GetLocation(), own, text, part.Name, Name(other), part.Name));
            }
        }

        private MigrationSpace? OtherSpaceOf(ISymbol symbol) => migrations.SpaceOf(symbol) is { } other && !other.Equals(space) ? other : null;

        private TypeSyntax? BaseOf(INamedTypeSymbol record) => record.DeclaringSyntaxReferences
            .Select(reference => (reference.GetSyntax(context.CancellationToken) as TypeDeclarationSyntax)?.BaseList?.Types.FirstOrDefault()?.Type)
            .FirstOrDefault(type => type is not null);

        /// <summary>The field that a reference is declared from, where it is not one of the class itself.</summary>
        private ExpressionSyntax? ReceiverOf(IFieldSymbol constant) =>
            constant.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken)
                is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax receiver } } } ? receiver : null;

        private static string Name(MigrationSpace space) => space.Stamp?.Id ?? space.Segment;
    }
}
