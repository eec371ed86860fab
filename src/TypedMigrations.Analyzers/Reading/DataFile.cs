using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMigrations.Analyzers.Fingerprinting;

namespace TypedMigrations.Analyzers.Reading;

/// <summary>A file in a migration's folder, hashed.</summary>
/// <param name="Folder">The folder's name: the last segment of the migration's namespace.</param>
/// <param name="RelativePath">The path below that folder, with <c>/</c> on every system.</param>
/// <param name="Hash">The hash of its text.</param>
internal sealed record DataFile(string Folder, string RelativePath, string Hash)
{
    public static DataFile Read(AdditionalText file, string folder, CancellationToken cancellation)
    {
        // The compiler itself reports a file that cannot be read.
        var text = file.GetText(cancellation)?.ToString() ?? "";

        return new(folder, Below(folder, file.Path), new Digest().Add(LineEndings.Normalize(text.TrimStart('\uFEFF'))).ToHex());
    }

    /// <summary>The names of the folders on the way to a file.</summary>
    public static IEnumerable<string> FoldersOf(string path)
    {
        var segments = Split(path);

        return new ArraySegment<string>(segments, 0, segments.Length - 1);
    }

    private static string Below(string folder, string path)
    {
        var segments = Split(path);

        // The innermost folder of that name, so that where the repository lies on a disk has no say.
        var start = Array.LastIndexOf(segments, folder, segments.Length - 2) + 1;

        return string.Join("/", segments, start, segments.Length - start);
    }

    private static string[] Split(string path) => path.Split('/', '\\');
}
