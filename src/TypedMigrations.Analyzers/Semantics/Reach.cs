using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>Why a migration may not name something.</summary>
internal enum ReachKind
{
    Allowed,
    LiveModel,
    LaterMigration,
    OlderMigration,
    UndeclaredDependency,
    Package,
}

/// <summary>What a migration may name: itself, the one before it, its dependencies, this library, its stores and the base class library.</summary>
internal sealed class Reach(Compilation compilation, MigrationsInCode migrations)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, OriginKind> _origins = new(SymbolEqualityComparer.Default);

    public OriginKind OriginOf(IAssemblySymbol assembly) => _origins.GetOrAdd(assembly, asked => Origin.Of(asked, compilation));

    /// <summary>Judges a namespace or an outermost type that the code of a migration names.</summary>
    public ReachKind Judge(MigrationInCode owner, INamespaceOrTypeSymbol named)
    {
        if (MigrationSpace.Of(named) is { } space && TryFindMigration(named) is not null)
            return JudgeMigration(owner, space);
        if (named is not INamedTypeSymbol { TypeKind: not TypeKind.Error, IsAnonymousType: false, ContainingAssembly: { } assembly })
            return ReachKind.Allowed;

        return OriginOf(assembly) switch
        {
            // What older frameworks lack of the base class library, projects bring along.
            OriginKind.OwnProject when IsOfSystem(named) => ReachKind.Allowed,
            OriginKind.OwnProject or OriginKind.OtherProject => ReachKind.LiveModel,
            OriginKind.Package => ReachKind.Package,
            _ => ReachKind.Allowed,
        };
    }

    /// <summary>The migration class of the namespace in which something lies, of this project or of another; null where there is none.</summary>
    public static INamedTypeSymbol? TryFindMigration(ISymbol named)
    {
        for (var space = named as INamespaceSymbol ?? named.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (Stamp.IsMeant(space.Name))
                return space.GetTypeMembers().FirstOrDefault(type => type is { TypeKind: TypeKind.Class, IsAbstract: false } && LibraryTypes.IsMigration(type));
        }

        return null;
    }

    private ReachKind JudgeMigration(MigrationInCode owner, MigrationSpace named)
    {
        if (named.Equals(owner.Space) || owner.Dependencies.Contains(named))
            return ReachKind.Allowed;
        if (named.Module != owner.Space!.Module)
            return ReachKind.UndeclaredDependency;

        // What has a malformed stamp, or one that is taken twice, has no place in the order. Rules of their own say so.
        if (named.Stamp is not { At: var at } || owner.At is null || at == owner.At)
            return ReachKind.Allowed;
        if (at > owner.At)
            return ReachKind.LaterMigration;
        return migrations.Before(owner)?.At == at ? ReachKind.Allowed : ReachKind.OlderMigration;
    }

    private static bool IsOfSystem(ISymbol named) => named.ContainingNamespace is { IsGlobalNamespace: false } space
        && (space.ToDisplayString() + ".").StartsWith("System.", StringComparison.Ordinal);
}
