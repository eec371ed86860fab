using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.Fuzzing.Targets;

namespace TypedMigrations.Fuzzing;

/// <summary>Fuzzes one target: <c>TARGET --minutes N [--seed S]</c>, <c>TARGET FILE…</c> again, <c>TARGET --seeds FOLDER</c> and <c>TARGET --afl FILE</c> for afl-fuzz.</summary>
internal static class Program
{
    // Not two exit codes of the runtime.
    private const int HasFindings = 3, IsWrong = 64;

    private static int Main(string[] arguments)
    {
        if (arguments is ["--list"])
        {
            foreach (var known in AllTargets.All)
                Console.WriteLine(known.Name);
            return 0;
        }

        if (arguments.Length < 2 || AllTargets.All.FirstOrDefault(known => known.Name == arguments[0]) is not { } target)
        {
            Console.Error.WriteLine("TARGET --minutes N [--seed S] | TARGET FILE… | TARGET --seeds FOLDER | TARGET --afl FILE | --list");
            return IsWrong;
        }

        return arguments[1] switch
        {
            "--minutes" => Loop(target, TimeSpan.FromMinutes(double.Parse(arguments[2], CultureInfo.InvariantCulture)), arguments is [.., "--seed", var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : Environment.TickCount),
            "--seeds" => WriteSeeds(target, arguments[2]),
            "--afl" => UnderAfl(target, arguments[2]),
            _ => Again(target, arguments[1..]),
        };
    }

    private static int Loop(FuzzTarget target, TimeSpan time, int seed)
    {
        var folder = Directory.CreateDirectory(Path.Combine("fuzz-findings", target.Name)).FullName;
        var current = Path.Combine(folder, "current");
        var clock = Stopwatch.StartNew();
        var summary = new FuzzLoop(target, seed) { Before = input => File.WriteAllBytes(current, input), Found = finding => Keep(folder, finding) }.Run(_ => clock.Elapsed < time);
        foreach (var (answer, count) in summary.Answers.OrderByDescending(answer => answer.Value).Take(40))
            Console.WriteLine($"{count,12:N0}  {answer}");
        Console.WriteLine($"{target.Name}: {summary.Executions:N0} inputs in {clock.Elapsed.TotalSeconds:N0} s, seed {seed}, {summary.Answers.Count} different answers, {summary.Findings.Count} findings");
        return summary.Findings.Count == 0 ? 0 : HasFindings;
    }

    private static void Keep(string folder, Finding finding)
    {
        var path = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(finding.Input))[..16]);
        File.WriteAllBytes(path, finding.Input);
        File.WriteAllText(path + ".txt", finding.What);
        Console.WriteLine($"FINDING {path}: {finding.Place}");
    }

    private static int WriteSeeds(FuzzTarget target, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (seed, i) in target.Seeds().Select((seed, i) => (seed, i)))
            File.WriteAllBytes(Path.Combine(folder, $"{i:00}"), seed.Length == 0 ? [0] : seed);
        File.WriteAllLines(folder + ".dict", target.Words.Select(word => $"\"{string.Concat(System.Text.Encoding.UTF8.GetBytes(word).Select(part => $"\\x{part:x2}"))}\""));
        return 0;
    }

    private static int Again(FuzzTarget target, string[] files)
    {
        foreach (var file in files)
        {
            try
            {
                target.Run(File.ReadAllBytes(file));
                Console.WriteLine($"{file}: a result");
            }
            catch (Exception exception) when (target.Allows(exception))
            {
                Console.WriteLine($"{file}: {exception.Message}");
            }
        }

        return 0;
    }

    // afl-fuzz has written an input by the time it asks for its run. SharpFuzz reads the standard input for its first run before it is asked:
    // where that was early, the input was empty, and afl-fuzz gave up over a target that does nothing with such a one.
    private static int UnderAfl(FuzzTarget target, string file)
    {
        SharpFuzz.Fuzzer.OutOfProcess.Run((Stream _) =>
        {
            try
            {
                target.Run(File.Exists(file) ? File.ReadAllBytes(file) : []);
            }
            catch (Exception exception) when (target.Allows(exception))
            {
                // An answer.
            }
        });
        return 0;
    }
}
