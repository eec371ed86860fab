using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0204: a record has a property that no field names, so that its values would neither be read nor written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyWithoutField : MigrationRule
{
    /// <summary>The property of the diagnostic that holds the line to add.</summary>
    public const string LineProperty = "Line";

    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0204", "A property of the record has no field",
        "Property {0}.{1} has no field in {2}, so that it would neither be read nor written: add '{3}', or remove the property");

    /// <summary>Makes the rule.</summary>
    public PropertyWithoutField() : base(Rule)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSymbolAction(
            context =>
            {
                var constants = (INamedTypeSymbol)context.Symbol;
                if (!constants.IsStatic || migrations.TryFind(constants) is not { Space: { } space })
                    return;

                var schema = migrations.SchemaOf(space, context.CancellationToken);
                foreach (var table in schema.Tables.Where(table => SymbolEqualityComparer.Default.Equals(table.Constant.ContainingType, constants)))
                {
                    foreach (var property in Unnamed(table))
                        Report(context, table, property);
                }
            },
            SymbolKind.NamedType);

    private static IEnumerable<IPropertySymbol> Unnamed(TableInCode table)
    {
        var named = table.Fields.Where(field => field.Container.Length == 0).ToList();
        // A lambda that is not understood may name any property: that is a fault of its own.
        if (named.Any(field => field.Property is null))
            return [];
        return RecordInCode.DataOf(table.Record).Where(property => !named.Any(field => field.Property!.Name == property.Name));
    }

    private static void Report(SymbolAnalysisContext context, TableInCode table, IPropertySymbol property)
    {
        var line = FieldLine.For(table, property);
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, table.Declaration.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(LineProperty, line), table.Record.Name, property.Name, table.Constant.ContainingType.Name, line));
    }
}
