using System.Diagnostics;

namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>Runs a process on a system that is not Linux. Processor time and memory are what was seen last before it ended.</summary>
internal static class AnyProcess
{
    /// <summary>Runs a contender to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static Measurement Run(Contender contender)
    {
        var start = new ProcessStartInfo(contender.Program, contender.Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in contender.Environment)
            start.Environment[name] = value;

        using var disk = Watch.Folder(contender.DiskFolder);
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        using var memory = new Watch(() => Seen(process, () => process.PeakWorkingSet64), TimeSpan.FromMilliseconds(10));
        using var processor = new Watch(() => Seen(process, () => process.TotalProcessorTime.Ticks), TimeSpan.FromMilliseconds(10));
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0
            ? new Measurement(wall, TimeSpan.FromTicks(processor.End()), memory.End(), disk.End(), output)
            : throw new InvalidOperationException($"{contender.Name} ended with {process.ExitCode}: {contender.Program} {string.Join(' ', contender.Arguments)}\n{output}{error.Result}");
    }

    private static long Seen(Process process, Func<long> value)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : value();
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended in between.
            return 0;
        }
    }
}
