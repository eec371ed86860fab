using System.Diagnostics;
using System.Reflection;

namespace TypedMigrations.LiteDb.CrashTests.Processes;

/// <summary>A process that a test started. It is killed at the latest when the test is over.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const string Event = "event ";

    private readonly Process _process;
    private readonly OutputLines _output = new();

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, received) => _output.Add(received.Data);
        // What it says in distress belongs to its story, but the end of one stream is not the end of the other.
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

    public IReadOnlyList<string> Output => _output.All;

    /// <summary>The events of its run, without their being called so.</summary>
    public IEnumerable<string> Events => Output.Where(line => line.StartsWith(Event, StringComparison.Ordinal)).Select(line => line[Event.Length..]);

    /// <summary>All that it said, for messages.</summary>
    public string Story => string.Join('\n', Output);

    /// <summary>Starts the program beside these tests that migrates a database of Accounts.</summary>
    public static ChildProcess StartAccounts(string connectionString, params IEnumerable<string> arguments) =>
        Start("AccountsProgram", [connectionString, .. arguments]);

    /// <summary>The same in a process in which .NET locks no file.</summary>
    public static ChildProcess StartAccountsWithoutLocks(string connectionString, params IEnumerable<string> arguments) =>
        Start("AccountsProgram", [connectionString, .. arguments], ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"));

    /// <summary>Starts the application as its users do.</summary>
    public static ChildProcess StartHost(string folder, params IEnumerable<string> arguments) =>
        Start("HostProgram", ["--urls", "http://127.0.0.1:0", "--contentRoot", folder, .. arguments]);

    /// <summary>Waits for the first event of its run.</summary>
    public Task<string> FirstEventAsync(CancellationToken timeout) => LineAsync(Event, timeout);

    /// <summary>Waits for an event of its run.</summary>
    public Task<string> EventAsync(string happened, CancellationToken timeout) => LineAsync(line => line == Event + happened, timeout);

    /// <summary>Waits for a line that begins so.</summary>
    public Task<string> LineAsync(string beginning, CancellationToken timeout) => LineAsync(line => line.StartsWith(beginning, StringComparison.Ordinal), timeout);

    /// <summary>Waits for a line.</summary>
    public async Task<string> LineAsync(Predicate<string> isAwaited, CancellationToken timeout) =>
        await _output.WaitForAsync(isAwaited, timeout) ?? throw new InvalidOperationException("The process ended before it said what was awaited.\n" + Story);

    /// <summary>Kills it, as kill -9 does, unless it has ended.</summary>
    public async Task KillAsync(CancellationToken timeout)
    {
        _process.Kill();
        await _process.WaitForExitAsync(timeout);
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> ExitAsync(CancellationToken timeout)
    {
        await _process.WaitForExitAsync(timeout);
        return _process.ExitCode;
    }

    /// <summary>Lets a process that pauses go on.</summary>
    public void GoOn() => _process.StandardInput.WriteLine();

    /// <summary>Lets a process that holds its database end.</summary>
    public Task<int> EndAsync(CancellationToken timeout)
    {
        _process.StandardInput.Close();
        return ExitAsync(timeout);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ChildProcess Start(string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var path = typeof(ChildProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == program).Value!;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The machine's own settings are none of the tests'.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ChildProcess(start);
    }

    private static bool IsSetting(string name) =>
        new[] { "ASPNETCORE_", "DOTNET_ENVIRONMENT", "URLS", "Logging__", "Migrations__", "ConnectionStrings__" }.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
