using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>The namespaces that have a migration: they tell which files are worth hashing.</summary>
internal sealed class MigrationNamespaces : IEquatable<MigrationNamespaces>
{
    private readonly HashSet<string> _namespaces;
    private readonly HashSet<string> _folders;

    public MigrationNamespaces(IEnumerable<string> namespaces)
    {
        _namespaces = new(namespaces, StringComparer.Ordinal);
        _folders = new(_namespaces.Select(FolderOf).Where(folder => folder.Length > 0), StringComparer.Ordinal);
    }

    /// <summary>The name of the folder that holds the data files of a namespace: its last segment.</summary>
    public static string FolderOf(string space) => space.Substring(space.LastIndexOf('.') + 1);

    /// <summary>A namespace and those above it, up to the outermost. The global one is above none.</summary>
    public static IEnumerable<string> UpFrom(string space)
    {
        yield return space;
        for (var dot = space.LastIndexOf('.'); dot >= 0; dot = space.LastIndexOf('.'))
            yield return space = space.Substring(0, dot);
    }

    /// <summary>Whether a type of this namespace belongs to a migration.</summary>
    public bool Cover(string space) => UpFrom(space).Any(_namespaces.Contains);

    /// <summary>The migrations' folders on the way to a file: as a rule one, or none.</summary>
    public IEnumerable<string> FoldersOn(string path) => DataFile.FoldersOf(path).Where(_folders.Contains);

    public bool Equals(MigrationNamespaces? other) => other is not null && _namespaces.SetEquals(other._namespaces);

    public override bool Equals(object? other) => Equals(other as MigrationNamespaces);

    // The sum, because two equal sets may list their items in different orders.
    public override int GetHashCode() =>
        _namespaces.Aggregate(0, (hash, space) => unchecked(hash + StringComparer.Ordinal.GetHashCode(space)));
}
