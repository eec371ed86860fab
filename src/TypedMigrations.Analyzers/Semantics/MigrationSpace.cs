using System;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The namespace of a migration, of this project or of a referenced assembly. Namespaces below it are part of it.</summary>
internal sealed class MigrationSpace : IEquatable<MigrationSpace>
{
    private MigrationSpace(INamespaceSymbol symbol, string module)
    {
        FullName = symbol.ToDisplayString();
        Segment = symbol.Name;
        Stamp = Stamp.TryParse(symbol.Name);
        Module = module;
        Above = symbol.ContainingNamespace is { IsGlobalNamespace: false } above ? above.ToDisplayString() : "";
    }

    /// <summary>The namespace, such as <c>Accounts.M20201027_ManyRoles</c>.</summary>
    public string FullName { get; }

    /// <summary>Its last segment.</summary>
    public string Segment { get; }

    /// <summary>Stamp and name; null where they are malformed.</summary>
    public Stamp? Stamp { get; }

    /// <summary>The namespace of the module that owns the migration: of its module class, or the one above the migration's where there is no such class.</summary>
    public string Module { get; }

    /// <summary>The namespace above it; empty where it is the global one.</summary>
    public string Above { get; }

    /// <summary>The migration's namespace that holds a symbol; null where none does.</summary>
    public static MigrationSpace? Of(ISymbol? symbol)
    {
        for (var space = symbol as INamespaceSymbol ?? symbol?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (Stamp.IsMeant(space.Name))
                return new(space, ModuleOf(space));
        }

        return null;
    }

    public bool Equals(MigrationSpace? other) => other?.FullName == FullName;

    public override bool Equals(object? other) => Equals(other as MigrationSpace);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(FullName);

    public override string ToString() => FullName;

    private static string ModuleOf(INamespaceSymbol migration)
    {
        for (var space = migration.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            foreach (var type in space.GetTypeMembers())
            {
                if (LibraryTypes.IsModule(type))
                    return space.IsGlobalNamespace ? "" : space.ToDisplayString();
            }
        }

        return migration.ContainingNamespace is { IsGlobalNamespace: false } above ? above.ToDisplayString() : "";
    }
}
