using System.Diagnostics;
using System.Globalization;

namespace Shop;

/// <summary>One start of an application: what it is started on, and what has to be true afterwards.</summary>
/// <param name="Database">The database file.</param>
/// <param name="Known">How many migrations the program knows. Each of them inserts one row.</param>
/// <param name="Applies">How many of them the start has to apply.</param>
/// <param name="IsCounted">Whether all rows are counted, and not only the last one read.</param>
/// <param name="Migrates">Whether to migrate at all, in a program whose opening of the database knows of migrations.</param>
/// <param name="Scripts">The folder of the migrations, where they are scripts.</param>
internal sealed record Start(string Database, int Known, int Applies, bool IsCounted, bool Migrates, string Scripts)
{
    /// <summary>Runs <c>database known mode [scripts] [times]</c>. The mode is first, noop, check or warm; without and warm-without do not migrate.</summary>
    /// <returns>0 where everything is as it has to be, else 1.</returns>
    public static async Task<int> RunAsync(string[] args, Func<Start, Task> application)
    {
        try
        {
            var start = Parse(args);
            await application(start);
            if (args[2].StartsWith("warm", StringComparison.Ordinal))
                await RepeatAsync(start, application, int.Parse(args[4], CultureInfo.InvariantCulture));
            return 0;
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine(exception);
            return 1;
        }
    }

    /// <summary>Fails unless the start did what it had to.</summary>
    /// <param name="applied">How many migrations were applied; null where the migrator does not tell.</param>
    /// <param name="last">The code of the row that the newest migration inserted.</param>
    /// <param name="count">Counts all rows.</param>
    public void Check(int? applied, string? last, Func<int> count)
    {
        if (applied is { } known && known != Applies)
            throw new InvalidOperationException($"{known} migrations were applied, and not {Applies}.");
        if (last != CodeOf(Known - 1))
            throw new InvalidOperationException($"The last row is {last ?? "missing"}, and not {CodeOf(Known - 1)}.");
        if (IsCounted && count() != Known)
            throw new InvalidOperationException($"There are {count()} rows, and not {Known}.");
    }

    public static string CodeOf(int row) => "code-" + row.ToString("D5", CultureInfo.InvariantCulture);

    private static Start Parse(string[] args)
    {
        var known = int.Parse(args[1], CultureInfo.InvariantCulture);
        var mode = args[2];
        return new Start(args[0], known, mode == "first" ? known : 0, mode is "first" or "check", !mode.EndsWith("without", StringComparison.Ordinal), args.Length > 3 ? args[3] : "");
    }

    private static async Task RepeatAsync(Start start, Func<Start, Task> application, int times)
    {
        var microseconds = new double[times];
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await application(start);
            microseconds[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        Array.Sort(microseconds);
        Console.WriteLine(microseconds[times / 2].ToString(CultureInfo.InvariantCulture));
    }
}
