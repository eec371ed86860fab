using System.Diagnostics;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Loading;

/// <summary>Builds a project with <c>dotnet build</c>, and says where the built assembly is.</summary>
/// <param name="project">The project file.</param>
/// <param name="configuration">Such as Debug.</param>
/// <param name="screen">Told what is built.</param>
internal sealed class ProjectBuild(string project, string configuration, Screen screen)
{
    /// <summary>Builds, unless nothing has changed since the last build.</summary>
    /// <returns>The path of the assembly.</returns>
    /// <exception cref="CliException">TM6005: the build failed.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var last = LastBuild.TryRead(project, configuration);
        if (last?.IsFresh() == true)
        {
            screen.Detail($"{Path.GetFileName(project)} has not changed since it was built.");
            return last.Assembly;
        }

        screen.Note($"Building {Path.GetFileName(project)} …");
        var before = DateTime.UtcNow;
        var assembly = await AskAsync(["-t:Build", "-getProperty:TargetPath"], cancellation).ConfigureAwait(false);
        LastBuild.Write(project, configuration, assembly, before);
        return assembly;
    }

    /// <summary>Where the last build put the assembly. Nothing is built.</summary>
    /// <exception cref="CliException">TM6005: it was never built.</exception>
    public async Task<string> FindAsync(CancellationToken cancellation)
    {
        var assembly = LastBuild.TryRead(project, configuration)?.Assembly ?? await AskAsync(["-getProperty:TargetPath"], cancellation).ConfigureAwait(false);
        return File.Exists(assembly) ? assembly : throw CliException.Failed(CliErrorCode.BuildFailed, $"{Path.GetFileName(project)} was not built yet in configuration {configuration}.", "Leave --no-build out.", ("expected", assembly));
    }

    /// <summary>Builds, with another target than the default one.</summary>
    /// <param name="target">The target; the project has to have it.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="CliException">TM6005: it failed.</exception>
    public Task RunTargetAsync(string target, CancellationToken cancellation)
    {
        screen.Note($"Building {Path.GetFileName(project)} …");
        return AskAsync([$"-t:{target}"], cancellation, "Correct it, and call again.");
    }

    private async Task<string> AskAsync(string[] what, CancellationToken cancellation, string nextStep = "Correct it, or take the last build with --no-build.")
    {
        var start = new ProcessStartInfo("dotnet", ["build", project, "-c", configuration, "-nologo", "-v:quiet", .. what]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEndAsync(cancellation);
        var errors = build.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await build.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }

        // What was asked for is all that goes to standard output then: warnings go to the other.
        var answer = await output.ConfigureAwait(false);
        if (build.ExitCode == 0)
            return answer.Trim();

        var lines = (answer + await errors.ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().DefaultIfEmpty(string.Join('\n', lines.TakeLast(20)));
        throw CliException.Failed(CliErrorCode.BuildFailed, $"{Path.GetFileName(project)} does not build.", nextStep, [.. found.Select(line => ("error", line))]);
    }
}
