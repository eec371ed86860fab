using System;
using System.Globalization;
using System.Linq;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>The stamp and the name in a migration's namespace: <c>M20201027_ManyRoles</c> or <c>M20201027153000_ManyRoles</c>.</summary>
/// <param name="Text">The digits as written.</param>
/// <param name="At">The point in time, in UTC.</param>
/// <param name="Name">What follows the underscore.</param>
internal sealed record Stamp(string Text, DateTime At, string Name)
{
    /// <summary>The stamp and the name, as messages and ledgers show a migration.</summary>
    public string Id => $"{Text}_{Name}";

    /// <summary>Whether a segment of a namespace is meant as a migration's: an M and a digit.</summary>
    public static bool IsMeant(string segment) => segment.Length > 1 && segment[0] == 'M' && segment[1] is >= '0' and <= '9';

    /// <summary>Reads the last segment of a migration's namespace; null where it is malformed.</summary>
    public static Stamp? TryParse(string segment)
    {
        var underscore = segment.IndexOf('_');
        if (!IsMeant(segment) || underscore < 0 || underscore == segment.Length - 1)
            return null;

        // The runtime takes no combining marks and no other connectors, which C# takes in names.
        if (!segment.All(letter => char.IsLetterOrDigit(letter) || letter == '_'))
            return null;

        var digits = segment.Substring(1, underscore - 1);
        var format = digits.Length switch { 8 => "yyyyMMdd", 14 => "yyyyMMddHHmmss", _ => null };
        return format is not null && DateTime.TryParseExact(digits, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new(digits, at, segment.Substring(underscore + 1))
            : null;
    }
}
