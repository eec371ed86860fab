using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedMigrations.Build;

/// <summary>A migration as the manifest of its assembly lists it.</summary>
/// <param name="Above">The namespace above the migration's.</param>
/// <param name="Segment">The last segment of the migration's namespace, which is also the name of its folder.</param>
/// <param name="Fingerprint">Its hash.</param>
/// <param name="Replaces">The ids that it replaces; its own, too, where it has the place of the last of them.</param>
internal sealed record BuiltMigration(string Above, string Segment, string Fingerprint, IReadOnlyList<string> Replaces)
{
    /// <summary>Stamp and name.</summary>
    public string Id => Segment.Substring(1);

    /// <summary>The stamp with its time, to compare.</summary>
    public string Order => Id.Substring(0, Id.IndexOf('_')).PadRight(14, '0');

    public static BuiltMigration Parse(string line)
    {
        var parts = line.Split('|');
        var dot = parts[0].LastIndexOf('.');

        return new(dot < 0 ? "" : parts[0].Substring(0, dot), parts[0].Substring(dot + 1), parts[2], parts[5].Split([',', ';'], StringSplitOptions.RemoveEmptyEntries));
    }
}
