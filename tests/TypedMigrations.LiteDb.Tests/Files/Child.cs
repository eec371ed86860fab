using System.Diagnostics;

namespace TypedMigrations.LiteDb.Tests.Files;

/// <summary>A process of its own, which ends with the test.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts a mode of the crash program.</summary>
    public static Child Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TypedMigrations.LiteDb.Crash.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return new Child(Process.Start(start)!);
    }

    /// <summary>Runs a program to its end and returns whether it succeeded.</summary>
    public static bool Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The next line that it writes; null at its end.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Kills it (SIGKILL on Unix), and returns the lines that it had still written.</summary>
    public IReadOnlyList<string> Kill()
    {
        _process.Kill();
        var rest = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return rest.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();

        _process.Dispose();
    }
}
