using System.Collections;
using System.Diagnostics;

namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>Runs a process and asks the kernel what it took.</summary>
internal static class LinuxProcess
{
    /// <summary>Runs a contender to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static Measurement Run(Contender contender)
    {
        var output = Path.GetTempFileName();
        try
        {
            using var disk = Watch.Folder(contender.DiskFolder);
            var began = Stopwatch.GetTimestamp();
            var id = Posix.Spawn(contender.Program, contender.Arguments, EnvironmentOf(contender), output);
            using var memory = new Watch(() => PeakMemory(id.ToString()), TimeSpan.FromMilliseconds(10));
            var (status, usage) = Posix.Wait(id);
            var wall = Stopwatch.GetElapsedTime(began);
            var written = File.ReadAllText(output);
            return status == 0
                ? new Measurement(wall, usage.Processor, PeakOf(usage, memory.End()), disk.End(), written)
                : throw new InvalidOperationException($"{contender.Name} ended with status {status}: {contender.Program} {string.Join(' ', contender.Arguments)}\n{written}");
        }
        finally
        {
            File.Delete(output);
        }
    }

    /// <summary>The kernel's own figure, unless it may be that of this process, which a child begins with.</summary>
    private static long PeakOf(Posix.Usage usage, long watched) => usage.PeakMemory > PeakMemory("self") ? usage.PeakMemory : watched;

    private static long PeakMemory(string process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd("kB ")) * 1024;
        }
        catch (IOException)
        {
            // The process has ended.
            return 0;
        }
    }

    private static string[] EnvironmentOf(Contender contender)
    {
        var all = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value);
        foreach (var (name, value) in contender.Environment)
            all[name] = value;
        return [.. all.Select(pair => $"{pair.Key}={pair.Value}")];
    }
}
