using System;
using System.Collections.Generic;
using System.Linq;
using TypedMigrations.Analyzers.Reading;

namespace TypedMigrations.Analyzers.Fingerprinting;

/// <summary>The fingerprints of a module's migration namespaces; migrations of one namespace share theirs.</summary>
/// <remarks>
/// <para>
/// v1 is frozen: journals keep it for as long as their databases live, and another hash of the same code means "edited after
/// it was applied". A change of what is hashed, in this folder or in what fills it, has to become a v2 beside v1.
/// </para>
/// <para>
/// v1 is the SHA-256 of three sorted lists, each preceded by its count: the type declarations in the namespace and below, by
/// full name, with the hash of their tokens; the hashes of the using directives of their files, each once; the data files, by
/// path below the migration's folder, with the hash of their text. Files and their order have no say, nor has anything
/// between tokens. Every line ending counts as a line feed, a raw string as its value without its indentation, a byte order
/// mark as nothing.
/// </para>
/// </remarks>
internal sealed class Fingerprints(IEnumerable<SourceFile> sources, IEnumerable<DataFile> dataFiles)
{
    private readonly ILookup<string, (SourceFile Source, TypePart Type)> _types = (
        from source in sources
        from type in source.Types.Items
        from space in MigrationNamespaces.UpFrom(type.Namespace)
        select (space, source, type)).ToLookup(found => found.space, found => (found.source, found.type), StringComparer.Ordinal);

    // Distinct, because a project may pass the same file to the compiler more than once.
    private readonly ILookup<string, DataFile> _dataFiles = dataFiles.Distinct().ToLookup(file => file.Folder, StringComparer.Ordinal);

    public string Of(string migrationNamespace)
    {
        var types = _types[migrationNamespace].ToList();
        var usings = types.SelectMany(found => found.Source.Usings.Items).Distinct();
        var dataFiles = _dataFiles[MigrationNamespaces.FolderOf(migrationNamespace)];

        var digest = new Digest();
        AddSorted(digest, types.Select(found => found.Type.FullName + "\0" + found.Type.Hash));
        AddSorted(digest, usings);
        AddSorted(digest, dataFiles.Select(file => file.RelativePath + "\0" + file.Hash));

        return "v1:" + digest.ToHex();
    }

    // Name and hash are one text: the parts of a partial type have no order of their own but that of their hashes.
    private static void AddSorted(Digest digest, IEnumerable<string> items)
    {
        var sorted = items.OrderBy(item => item, StringComparer.Ordinal).ToList();

        digest.Add(sorted.Count.ToString());
        sorted.ForEach(item => digest.Add(item));
    }
}
