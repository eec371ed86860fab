using System.Diagnostics;

namespace TypedMigrations.Packages.Tests;

/// <summary>Runs the command that a user types.</summary>
internal static class Dotnet
{
    public static async Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What MSBuild tells the tests that it started is not meant for the projects of the tests, nor are settings of who runs them.
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TypedMigrations", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(variable);
        start.Environment["DOTNET_CLI_HOME"] = LocalFeed.Home;
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("CI");

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Runs a command that has to succeed.</summary>
    public static async Task<string> Succeed(string folder, params string[] arguments)
    {
        var (exitCode, output) = await Run(folder, arguments);
        Assert.That(exitCode, Is.Zero, () => $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
