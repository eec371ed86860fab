using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The migrations of one compilation. Read once, and shared by all rules.</summary>
internal sealed class MigrationsInCode
{
    private static readonly ConditionalWeakTable<Compilation, MigrationsInCode> Known = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, IReadOnlyList<MigrationInCode>> _modules = new();
    private readonly ConcurrentDictionary<SyntaxTree, MigrationFile> _files = new();
    private readonly ConcurrentDictionary<MigrationSpace, Lazy<SchemaInCode>> _schemas = new();
    private readonly ConcurrentDictionary<INamespaceSymbol, MigrationSpace?> _spaces = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, MigrationInCode> _bySpace = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, MigrationInCode> _byClass = new(SymbolEqualityComparer.Default);

    private MigrationsInCode(Compilation compilation)
    {
        _compilation = compilation;
        All = [.. Classes(compilation.Assembly.GlobalNamespace).Select(type => new MigrationInCode(type, MigrationSpace.Of(type)))];
        foreach (var migration in All.Where(migration => migration.Space is not null).Reverse())
            _bySpace[migration.Space!.FullName] = migration;
        foreach (var migration in All)
            _byClass[migration.Class] = migration;
        Spaces = [.. _bySpace.Values.Select(migration => migration.Space!)];
    }

    /// <summary>Every class that derives from <c>Migration</c>, abstract ones left out.</summary>
    public IReadOnlyList<MigrationInCode> All { get; }

    /// <summary>The namespaces of the migrations.</summary>
    public IReadOnlyCollection<MigrationSpace> Spaces { get; }

    public static MigrationsInCode Of(Compilation compilation) => Known.GetValue(compilation, made => new(made));

    /// <summary>The migration of this project in whose namespace a symbol lies; null where there is none.</summary>
    public MigrationInCode? TryFind(ISymbol? symbol) => SpaceOf(symbol) is { } space ? TryFind(space) : null;

    /// <summary>The migration's namespace, of this project or of a referenced assembly, that holds a symbol; null where none does.</summary>
    public MigrationSpace? SpaceOf(ISymbol? symbol) =>
        (symbol as INamespaceSymbol ?? symbol?.ContainingNamespace) is { } space ? _spaces.GetOrAdd(space, MigrationSpace.Of) : null;

    public MigrationInCode? TryFind(MigrationSpace space) => TryFind(space.FullName);

    /// <summary>The migration of a namespace; null where there is none.</summary>
    public MigrationInCode? TryFind(string space) => _bySpace.TryGetValue(space, out var migration) ? migration : null;

    /// <summary>The migration that a class is; null where it is none.</summary>
    public MigrationInCode? OfClass(ISymbol type) => _byClass.TryGetValue(type, out var migration) ? migration : null;

    /// <summary>The code of migrations in a file.</summary>
    public MigrationFile FileOf(SemanticModel model, CancellationToken cancellation) => _files.GetOrAdd(model.SyntaxTree, _ => MigrationFile.Read(model, this, cancellation));

    /// <summary>The migrations of a module with a readable stamp, oldest first.</summary>
    public IReadOnlyList<MigrationInCode> OfModule(string module) => _modules.GetOrAdd(module, asked =>
        [.. All.Where(migration => migration.Space?.Module == asked && migration.At is not null).OrderBy(migration => migration.At).ThenBy(migration => migration.Space!.FullName, StringComparer.Ordinal)]);

    /// <summary>The migration before one in its module; null for the first.</summary>
    public MigrationInCode? Before(MigrationInCode migration) =>
        migration.Space is null ? null : OfModule(migration.Space.Module).LastOrDefault(other => other.At < migration.At);

    /// <summary>The schema that the constants of a migration of this project declare, as far as the code tells without running.</summary>
    public SchemaInCode SchemaOf(MigrationSpace space, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Rules ask at the same time, and reading is the costliest thing that they do: each is read once, and to its end.
        return _schemas.GetOrAdd(space, asked => new(() => ConstantsReader.Read(_compilation, asked, CancellationToken.None))).Value;
    }

    private static IEnumerable<INamedTypeSymbol> Classes(INamespaceSymbol space) =>
        space.GetTypeMembers().Where(type => type is { TypeKind: TypeKind.Class, IsAbstract: false } && LibraryTypes.IsMigration(type))
            .Concat(space.GetNamespaceMembers().SelectMany(Classes));
}
