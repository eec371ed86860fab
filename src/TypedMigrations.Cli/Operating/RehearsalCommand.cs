using System.Diagnostics;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Commands;

namespace TypedMigrations.Cli.Operating;

/// <summary>A command of the user that runs against the migrated copy of a rehearsal.</summary>
/// <param name="line">The command, for the system's shell: <c>sh</c>, or <c>cmd</c> on Windows.</param>
/// <param name="variables">Further environment variables that have the connection string.</param>
/// <param name="call">Where it runs, and what it may write to.</param>
internal sealed class RehearsalCommand(string line, IReadOnlyList<string> variables, Call call)
{
    /// <summary>The environment variable with the connection string of the copy. The command line itself reads it, too.</summary>
    public const string Variable = "TYPEDMIGRATIONS_DATABASE";

    /// <summary>What came of it.</summary>
    public CommandAnswer? Result { get; private set; }

    public async Task RunAsync(string connectionString, CancellationToken cancellation)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe") { Arguments = $"/d /s /c \"{line}\"" } : new ProcessStartInfo("/bin/sh", ["-c", line]);
        start.WorkingDirectory = call.Surroundings.WorkingFolder;
        start.RedirectStandardOutput = true;
        // By the environment alone: arguments and titles of processes are there for everybody to see.
        foreach (var variable in variables.Prepend(Variable))
            start.Environment[variable] = connectionString;

        using var process = Process.Start(start)!;
        try
        {
            await CopyOutputAsync(process, cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Result = new CommandAnswer(line, process.ExitCode);
    }

    /// <summary>What the command writes is no answer of ours: beside JSON it goes to standard error.</summary>
    private async Task CopyOutputAsync(Process process, CancellationToken cancellation)
    {
        var writer = call.IsJson ? call.Surroundings.Error : call.Surroundings.Output;
        while (await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } text)
            await writer.WriteLineAsync(text).ConfigureAwait(false);
    }
}
