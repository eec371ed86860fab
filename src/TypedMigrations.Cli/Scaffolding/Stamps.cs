using System.Globalization;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding;

/// <summary>Gives a migration the stamp of now, and one that is later than all that it has to follow.</summary>
internal static class Stamps
{
    /// <param name="now">The time, UTC.</param>
    /// <param name="before">What it has to be later than.</param>
    /// <returns>To the second.</returns>
    public static DateTime After(DateTime now, IEnumerable<DateTime> before)
    {
        var latest = before.DefaultIfEmpty(DateTime.MinValue).Max();
        var second = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        return second > latest ? second : latest.AddSeconds(1);
    }

    /// <summary>The stamps of the migrations that a text names, of whatever module: what names them has to run later.</summary>
    public static IEnumerable<DateTime> NamedIn(SourceText text) => Lexer.Read(text.Text).Where(token => token.Kind == TokenKind.Word)
        .Select(token => text.Text[token.Start..token.End]).Where(word => word.Length > 9 && word[0] == 'M' && char.IsAsciiDigit(word[1]))
        .Select(word => MigrationId.TryParse(word[1..], "")?.Stamp).OfType<DateTime>();

    /// <summary>The last segment of a migration's namespace.</summary>
    public static string SegmentOf(DateTime stamp, string name) => $"M{stamp.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}_{name}";
}
