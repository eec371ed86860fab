using System.Globalization;
using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Reporting;

/// <summary>How the report writes numbers.</summary>
internal static class Figures
{
    /// <summary>A median with its spread: <c>135 (131–150)</c>.</summary>
    public static string Range(this Spread spread) => $"{Short(spread.Median)} ({Short(spread.Min)}–{Short(spread.Max)})";

    /// <summary>A median alone.</summary>
    public static string Middle(this Spread spread) => Short(spread.Median);

    /// <summary>A ratio: <c>1.08</c>.</summary>
    public static string Ratio(this Spread spread) => spread.Median.ToString(Math.Abs(spread.Median) < 10 ? "F2" : "F1", CultureInfo.InvariantCulture);

    /// <summary>Three digits that count, and never an exponent.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
        _ => value.ToString("F2", CultureInfo.InvariantCulture),
    };

    /// <summary>A count with its thousands: <c>1,000</c>.</summary>
    public static string Count(this int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
