using System.CommandLine.Parsing;
using System.Globalization;

namespace TypedMigrations.Cli.Commands;

/// <summary>Reads times as people type them: seconds, or hours, minutes and seconds.</summary>
internal static class Times
{
    public static TimeSpan? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (TryParse(text) is { } time)
            return time;
        argument.AddError($"'{text}' is no time. Write seconds, such as 90, or hours, minutes and seconds, such as 00:01:30.");
        return null;
    }

    public static TimeSpan? TryParse(string text) =>
        double.TryParse(text.TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= TimeSpan.FromDays(1).TotalSeconds ? TimeSpan.FromSeconds(seconds)
        : text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero && time <= TimeSpan.FromDays(1) ? time
        : null;
}
