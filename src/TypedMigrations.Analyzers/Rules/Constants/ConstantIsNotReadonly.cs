using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0201: a constant of a migration is no <c>static readonly</c> field, or a class of constants has other state that can change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantIsNotReadonly : MigrationRule
{
    /// <summary>The property of the diagnostic that says that a code fix repairs it.</summary>
    public const string RepairProperty = "Repair";

    private const string Title = "A constant is not static readonly";

    private static readonly DiagnosticDescriptor Replaceable = Error(
        "TM0201", Title, "Constant {0} is not readonly, so that code could put another in its place: write 'static readonly'");

    private static readonly DiagnosticDescriptor OfAnObject = Error(
        "TM0201", Title, "Constant {0} belongs to an object, where no migration reads it: write 'static readonly'");

    private static readonly DiagnosticDescriptor Property = Error(
        "TM0201", Title, "Constant {0} is a property, where no migration finds it under its name: make it a field that is 'static readonly'");

    private static readonly DiagnosticDescriptor SetElsewhere = Error(
        "TM0201", Title, "Constant {0} is not set where it is declared, so that the build cannot read it: write its value behind an '='");

    private static readonly DiagnosticDescriptor OtherState = Error(
        "TM0201", Title, "{0} can change, and stands among the constants of {1}, which have to be the same in every run: write 'readonly' or 'const', or move it to another class");

    private static readonly HashSet<string> Declaring =
        ["Key", "Required", "Optional", "References", "Index", "UniqueIndex", "UniqueIndexWherePresent", "StoreIndex", "ExpressionIndex", "UniqueExpressionIndex", "CompoundIndex", "UniqueCompoundIndex"];

    private static readonly ImmutableDictionary<string, string?> Repaired = ImmutableDictionary<string, string?>.Empty.Add(RepairProperty, "");

    /// <summary>Makes the rule.</summary>
    public ConstantIsNotReadonly() : base(Replaceable, OfAnObject, Property, SetElsewhere, OtherState)
    {
    }

    private protected override void Watch(CompilationStartAnalysisContext start, MigrationsInCode migrations) =>
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (migrations.TryFind(type) is null || type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
                    return;

                var hasConstants = new Lazy<bool>(() => LibraryTypes.ConstantsOf(type).Any());
                foreach (var member in type.GetMembers().Where(member => !member.IsImplicitlyDeclared))
                {
                    if (Fault(member, hasConstants, context.CancellationToken) is { } rule)
                        context.ReportDiagnostic(Diagnostic.Create(rule, member.Locations[0], rule == SetElsewhere || rule == OtherState ? ImmutableDictionary<string, string?>.Empty : Repaired, $"{type.Name}.{member.Name}", type.Name));
                }
            },
            SymbolKind.NamedType);

    private static DiagnosticDescriptor? Fault(ISymbol member, Lazy<bool> hasConstants, CancellationToken cancellation) => member switch
    {
        IFieldSymbol { IsConst: true } => null,
        IFieldSymbol field when LibraryTypes.IsConstant(field.Type) => FaultOf(field, cancellation),
        IPropertySymbol property when LibraryTypes.IsConstant(property.Type) => Declares(property, cancellation) ? Property : null,
        IFieldSymbol { IsStatic: true, IsReadOnly: false } or IPropertySymbol { IsStatic: true, SetMethod: not null } when hasConstants.Value => OtherState,
        _ => null,
    };

    private static DiagnosticDescriptor? FaultOf(IFieldSymbol field, CancellationToken cancellation)
    {
        var value = FieldInitializer.Of(field, cancellation);
        if (!field.IsStatic)
            return Declares(value) ? OfAnObject : null;
        return !field.IsReadOnly ? Replaceable : value is null ? SetElsewhere : null;
    }

    /// <summary>Whether a property holds a constant, or makes one whenever it is asked. One that only passes another constant on is none.</summary>
    private static bool Declares(IPropertySymbol property, CancellationToken cancellation)
    {
        var declaration = property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<PropertyDeclarationSyntax>().FirstOrDefault();
        var isHeld = property.IsStatic && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
        return declaration is not null && (isHeld || Declares(declaration));
    }

    private static bool Declares(SyntaxNode? code) => code is not null && code.DescendantNodesAndSelf().Any(node => node switch
    {
        ImplicitObjectCreationExpressionSyntax => true,
        ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "Table" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => Declaring.Contains(name),
        _ => false,
    });
}
