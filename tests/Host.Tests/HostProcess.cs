using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Host.Tests;

/// <summary>The program as its users start it: <c>dotnet Host.dll</c> in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly Lines _output = new();
    private readonly Lines _errors = new();

    private HostProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, received) => _output.Add(received.Data);
        _process.ErrorDataReceived += (_, received) => _errors.Add(received.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => _output.Text;

    public string Errors => _errors.Text;

    /// <summary>Starts the program in a folder, which is its content root.</summary>
    public static HostProcess Start(string folder, params IEnumerable<string> arguments)
    {
        var program = typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "HostProgram").Value!;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, "--urls", "http://127.0.0.1:0", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The machine's own settings are none of the tests'.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        return new HostProcess(new Process { StartInfo = start });
    }

    /// <summary>Starts the program and waits until it serves.</summary>
    public static async Task<(HostProcess Process, HttpClient Http)> ServeAsync(string folder, CancellationToken timeout, params IEnumerable<string> arguments)
    {
        var process = Start(folder, arguments);
        var line = await process._output.WaitForAsync(Listening, timeout);
        if (line is not null)
            return (process, new HttpClient { BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]) });

        await using (process)
            throw new InvalidOperationException($"The host ended before it served.\n{process.Output}\n{process.Errors}");
    }

    public async Task WaitForErrorAsync(string text, CancellationToken timeout)
    {
        if (await _errors.WaitForAsync(text, timeout) is null)
            throw new InvalidOperationException($"The host ended and never said \"{text}\".\n{Output}\n{Errors}");
    }

    /// <summary>Waits for the end, and for everything that was written until then.</summary>
    public async Task<int> ExitAsync(CancellationToken timeout)
    {
        await _process.WaitForExitAsync(timeout);
        return _process.ExitCode;
    }

    /// <summary>Asks the program to stop, as a service manager does.</summary>
    public async Task<int> StopAsync(CancellationToken timeout)
    {
        Assert.That(Kill(_process.Id, SigTerm), Is.Zero, "The signal was sent.");
        return await ExitAsync(timeout);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static bool IsSetting(string name) =>
        new[] { "ASPNETCORE_", "DOTNET_ENVIRONMENT", "URLS", "Logging__", "Migrations__", "ConnectionStrings__" }.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    // .NET itself can only kill without asking.
    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    /// <summary>The lines of one stream, some of which somebody waits for.</summary>
    private sealed class Lines
    {
        private readonly Lock _lock = new();
        private readonly StringBuilder _text = new();
        private readonly List<string> _lines = [];
        private readonly List<(string Text, TaskCompletionSource<string?> Found)> _waiting = [];
        private bool _ended;

        public string Text
        {
            get
            {
                lock (_lock)
                    return _text.ToString();
            }
        }

        /// <param name="line">A line; null for the end.</param>
        public void Add(string? line)
        {
            lock (_lock)
            {
                _ended |= line is null;
                if (line is not null)
                {
                    _lines.Add(line);
                    _text.Append(line).Append('\n');
                }

                foreach (var (text, found) in _waiting)
                {
                    if (line is null || line.Contains(text, StringComparison.Ordinal))
                        found.TrySetResult(line);
                }
            }
        }

        /// <returns>The first line with the text, or null where the stream ended without it.</returns>
        public Task<string?> WaitForAsync(string text, CancellationToken timeout)
        {
            lock (_lock)
            {
                if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                    return Task.FromResult<string?>(line);
                if (_ended)
                    return Task.FromResult<string?>(null);

                var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((text, found));
                return found.Task.WaitAsync(timeout);
            }
        }
    }
}
