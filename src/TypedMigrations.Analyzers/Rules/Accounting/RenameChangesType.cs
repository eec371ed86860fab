using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>TM0305: a field is renamed to one of another type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RenameChangesType : MigrationRule
{
    /// <summary>The property of the diagnostic that holds the verb to write.</summary>
    public const string VerbProperty = "Verb";

    /// <summary>The property of the diagnostic that holds the function to add; absent where the verb needs none.</summary>
    public const string FunctionProperty = "Function";

    private static readonly DiagnosticDescriptor Rule = Error(
        "TM0305", "A rename changes the type", "{0} is {1} and {2} is {3}: a rename keeps values as they are, and they would not read as the new type; write '{4}'");

    /// <summary>Makes the rule.</summary>
    public RenameChangesType() : base(Rule)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSyntaxNodeAction(context => Check(context, migrations), SyntaxKind.InvocationExpression);

    private static void Check(SyntaxNodeAnalysisContext context, MigrationsInCode migrations)
    {
        if (context.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Rename" } verb, ArgumentList.Arguments: { Count: 2 } arguments } call
            && migrations.TryFind(context.ContainingSymbol) is not null)
            Check(context, migrations, call, verb, arguments[0].Expression, arguments[1].Expression);
    }

    private static void Check(SyntaxNodeAnalysisContext context, MigrationsInCode migrations, InvocationExpressionSyntax call, MemberAccessExpressionSyntax verb, ExpressionSyntax from, ExpressionSyntax to)
    {
        if (context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method || !LibraryTypes.IsOfTheLibrary(method.ContainingType, "Steps")
            || Side.Of(context, migrations, from) is not { } old || Side.Of(context, migrations, to) is not { } renamed || old.ReadsAs(renamed))
            return;

        var (name, function) = InsteadOf(context.Compilation, old, renamed);
        var line = $"{verb.Expression}.{name}({from}, {to}{(function is null ? "" : ", value => …")});";
        var properties = ImmutableDictionary<string, string?>.Empty.Add(VerbProperty, name);
        if (function is not null)
            properties = properties.Add(FunctionProperty, function);
        context.ReportDiagnostic(Diagnostic.Create(Rule, verb.Name.GetLocation(), properties, from, old.Text, to, renamed.Text, line));
    }

    private static (string Verb, string? Function) InsteadOf(Compilation compilation, Side old, Side renamed)
    {
        if (renamed.Stored.Kind == StoredKind.List && old.Stored.ReadsAs(renamed.Stored.Element!))
            return ("Wrap", null);
        if (old.Stored.Kind == StoredKind.List && old.Stored.Element!.ReadsAs(renamed.Stored))
            return ("Unwrap", null);
        return ("Convert", FunctionFor(compilation, old.Type, renamed.Type));
    }

    /// <summary>A cast where it cannot lose a value, or fails when it would; else what the author has to write.</summary>
    private static string FunctionFor(Compilation compilation, ITypeSymbol from, ITypeSymbol to)
    {
        var conversion = compilation.ClassifyConversion(from, to);
        if (conversion is { IsImplicit: true, IsUserDefined: false } && from.IsValueType && to.IsValueType)
            return "value => value";
        if (IsWholeNumber(from) && IsWholeNumber(to))
            return $"value => checked(({to.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})value)";
        return "value => throw new System.NotImplementedException()";
    }

    private static bool IsWholeNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>One of the two fields.</summary>
    private sealed record Side(ITypeSymbol Type, StoredType Stored, FieldInCode? Known)
    {
        /// <summary>The type in words that tell what is stored.</summary>
        public string Text => Stored.Kind == StoredKind.Enum
            ? $"{Stored.Type.Name} by {(Known?.IsEnumByNumber == true ? "number" : "name")} ({string.Join(", ", Stored.Type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.Name))})"
            : Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

        /// <summary>A field that an argument names with its type; null for keys and references, which other rules follow, and for whatever is not known.</summary>
        public static Side? Of(SyntaxNodeAnalysisContext context, MigrationsInCode migrations, ExpressionSyntax argument)
        {
            if (context.SemanticModel.GetTypeInfo(argument, context.CancellationToken).Type is not INamedTypeSymbol { TypeArguments.Length: 2 } field
                || !LibraryTypes.IsField(field) || field.TypeArguments[1] is { TypeKind: TypeKind.Error })
                return null;

            var constant = context.SemanticModel.GetSymbolInfo(argument, context.CancellationToken).Symbol;
            var known = constant is not null && migrations.TryFind(constant)?.Space is { } space ? migrations.SchemaOf(space, context.CancellationToken).TryFindField(constant) : null;
            return known is { Role: RoleInCode.Key } or { IsReference: true } ? null : new(field.TypeArguments[1], StoredType.Of(field.TypeArguments[1]), known);
        }

        public bool ReadsAs(Side later) => Stored.ReadsAs(later.Stored)
            && (Known is null || later.Known is null || !Stored.HoldsEnum || Known.IsEnumByNumber == later.Known.IsEnumByNumber);
    }
}
