using System.Globalization;

namespace TypedMigrations;

/// <summary>What tells a migration from every other: its stamp, its name and its module.</summary>
/// <param name="Stamp">When it was written, UTC. A date without a time is read as 00:00:00.</param>
/// <param name="Name">The name in its namespace, after the stamp.</param>
/// <param name="Module">The name of its module.</param>
public sealed record MigrationId(DateTime Stamp, string Name, string Module) : IComparable<MigrationId>
{
    /// <summary>Stamp and name as the namespace writes them: <c>20201027_ManyRoles</c>, with the time only where there is one.</summary>
    public string Text => $"{StampText}_{Name}";

    /// <summary>The stamp as digits, with the time only where there is one.</summary>
    public string StampText => Stamp.ToString(Stamp.TimeOfDay == TimeSpan.Zero ? "yyyyMMdd" : "yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>Orders by stamp, then by module, then by name, all ordinal.</summary>
    public int CompareTo(MigrationId? other)
    {
        if (other is null)
            return 1;
        var byStamp = Stamp.CompareTo(other.Stamp);
        if (byStamp != 0)
            return byStamp;
        var byModule = string.CompareOrdinal(Module, other.Module);
        return byModule != 0 ? byModule : string.CompareOrdinal(Name, other.Name);
    }

    /// <summary>Stamp, name and module: <c>20201027_ManyRoles of module Accounts</c>.</summary>
    public override string ToString() => $"{Text} of module {Module}";

    /// <summary>Reads stamp and name from <c>20201027_ManyRoles</c> or <c>20201027153000_ManyRoles</c>.</summary>
    /// <returns>The id, or null where the text is no date (and time) and a name.</returns>
    public static MigrationId? TryParse(string text, string module)
    {
        // By hand: a regular expression would be the only one of a start with nothing pending, and cost it 20 ms.
        var underscore = text.IndexOf('_', StringComparison.Ordinal);
        var name = text[(underscore + 1)..];
        var format = underscore switch { 8 => "yyyyMMdd", 14 => "yyyyMMddHHmmss", _ => null };
        if (format is null || name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') || !text[..underscore].All(char.IsAsciiDigit))
            return null;

        return DateTime.TryParseExact(text[..underscore], format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var stamp)
            ? new MigrationId(stamp, name, module)
            : null;
    }
}
