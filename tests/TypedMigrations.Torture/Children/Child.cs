using System.Diagnostics;
using System.Globalization;
using TypedMigrations.LiteDb.CrashTests.Processes;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Children;

/// <summary>A program under torture, in a process of its own. It is killed at the latest when it is disposed.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly string Program = typeof(Child).Assembly.Location;
    private readonly Process _process;
    private readonly OutputLines _output = new();

    private Child(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, received) => _output.Add(received.Data);
        // The end of one stream is not the end of the other.
        _process.ErrorDataReceived += (_, received) =>
        {
            if (received.Data is not null)
                _output.Add(received.Data);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public IReadOnlyList<string> Output => _output.All;

    /// <summary>All that it said, for messages.</summary>
    public string Story => string.Join('\n', Output.Take(1).Concat(Output.Skip(1).TakeLast(60)));

    /// <summary>Starts one.</summary>
    /// <param name="words">What it is told.</param>
    /// <param name="wrapping">The command that starts it, such as strace; empty for none.</param>
    /// <param name="environment">Variables besides.</param>
    public static Child Start(IEnumerable<string> words, IReadOnlyList<string>? wrapping = null, params IEnumerable<(string Name, string Value)> environment)
    {
        List<string> line = [.. wrapping ?? [], Dotnet, Program, "child", .. words];
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // The runtime's own files would be met by limits and faults that are meant for the library's.
        foreach (var (name, value) in environment.Prepend(("DOTNET_EnableDiagnostics", "0")))
            start.Environment[name] = value;
        var child = new Child(start);
        if (wrapping is not null)
            child._output.Add(string.Join(' ', wrapping));
        return child;
    }

    public static Child Start(ChildArguments arguments, IReadOnlyList<string>? wrapping = null, params IEnumerable<(string Name, string Value)> environment) =>
        Start(arguments.ToWords(), wrapping, environment);

    /// <summary>Starts a scene's operation.</summary>
    public static Child Start(Bench bench, IReadOnlyList<string>? wrapping = null) => Start(Arguments(bench), wrapping);

    public static ChildArguments Arguments(Bench bench) => new(bench.Scene.Scenario.Operation.ToString(), bench.Place);

    /// <summary>Waits for a line that begins so. False where it ended without.</summary>
    public async Task<bool> SaysAsync(string beginning, CancellationToken timeout) =>
        await _output.WaitForAsync(line => line.StartsWith(beginning, StringComparison.Ordinal), timeout) is not null;

    /// <summary>Kills it, as kill -9 does, unless it has ended.</summary>
    public async Task KillAsync(CancellationToken timeout)
    {
        _process.Kill();
        await _process.WaitForExitAsync(timeout);
    }

    /// <summary>Lets some stand still, whatever they wait for, until <see cref="GoOnAsync"/>.</summary>
    public static Task StandStillAsync(IReadOnlyList<Child> children, CancellationToken timeout) => SignalAsync("-STOP", children, timeout);

    /// <summary>Lets them go on.</summary>
    public static Task GoOnAsync(IReadOnlyList<Child> children, CancellationToken timeout) => SignalAsync("-CONT", children, timeout);

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>How it ended: <c>done</c>, <c>refused TM3001</c>, <c>cancelled</c>, <c>killed</c>, or what went wrong.</returns>
    /// <exception cref="LostException">It hangs.</exception>
    public async Task<string> EndAsync(CancellationToken timeout)
    {
        try
        {
            await _process.WaitForExitAsync(timeout);
        }
        catch (OperationCanceledException)
        {
            throw new LostException($"The process hangs, after {_process.TotalProcessorTime.TotalSeconds:0.0} s of processor time. It said:\n{Story}");
        }

        return Ending(Output) ?? _process.ExitCode switch { 137 => "killed", 153 => "killed by SIGXFSZ", var code => $"crashed with {code}" };
    }

    /// <summary>How an operation ended, by what was said.</summary>
    public static string? Ending(IEnumerable<string> output) => output.LastOrDefault(line =>
        line is "done" or "cancelled" || line.StartsWith("refused ", StringComparison.Ordinal) || line.StartsWith("threw ", StringComparison.Ordinal));

    public void Say(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    public void EndInput() => _process.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task SignalAsync(string signal, IReadOnlyList<Child> children, CancellationToken timeout)
    {
        using var kill = Process.Start("kill", [signal, .. children.Select(child => child.Id.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync(timeout);
        if (kill.ExitCode != 0)
            throw new InvalidOperationException($"kill {signal} ended with {kill.ExitCode}.");
    }
}
