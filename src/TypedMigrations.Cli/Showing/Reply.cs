using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Commands;

namespace TypedMigrations.Cli.Showing;

/// <summary>Tells what came of a call: to people as text, to programs as one JSON object on standard output.</summary>
internal sealed class Reply
{
    private readonly string _verb;
    private readonly bool _isJson;
    private readonly Surroundings _surroundings;

    public Reply(ParseResult parsed, Surroundings surroundings)
    {
        _surroundings = surroundings;
        _verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name;
        // Where the line cannot be parsed, whoever asked for JSON gets it all the same.
        _isJson = parsed.Tokens.Any(token => token.Value == CommonOptions.Json.Name);
        var loudness = parsed.Errors.Count > 0 ? Loudness.Normal
            : parsed.GetValue(CommonOptions.Quiet) ? Loudness.Quiet
            : parsed.GetValue(CommonOptions.Verbose) ? Loudness.Verbose
            : Loudness.Normal;
        Screen = new Screen(surroundings, loudness);
    }

    public Screen Screen { get; }

    /// <summary>Does the work of a verb, and tells what goes wrong.</summary>
    public async Task<ExitCode> GiveAsync(Func<Task<ExitCode>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (CliException exception)
        {
            return Fail(exception.ExitCode, exception.Problems, databaseState: null);
        }
        catch (MigrationException exception)
        {
            return Fail(ExitCodes.Of(exception), exception.Problems, exception.DatabaseState, exception.Message);
        }
        catch (OperationCanceledException exception) when (_surroundings.Interrupted.IsCancellationRequested)
        {
            var state = "The database is as it was.";
            return Fail(ExitCode.Interrupted, [], state, exception.Message.Contains("not changed", StringComparison.Ordinal) ? exception.Message : $"Interrupted. {state}");
        }
    }

    /// <summary>Tells an answer.</summary>
    /// <returns>What the process returns: what was done stays done where nobody can be told.</returns>
    public ExitCode Succeed(ExitCode exitCode, object answer, Action show)
    {
        try
        {
            if (_isJson)
                Write(new Envelope(_verb, (int)exitCode) { Result = answer });
            else if (Screen.Loudness != Loudness.Quiet)
                show();
            return exitCode;
        }
        catch (IOException exception)
        {
            Screen.Error(new Problem(CliErrorCode.FileNotWritten, "It is done, but the answer cannot be written to standard output.", "Send it where there is room.", ("reason", exception.Message)).ToString());
            return exitCode == ExitCode.Done ? ExitCode.DoneWithWarnings : exitCode;
        }
    }

    /// <summary>Tells what stands in the way.</summary>
    public ExitCode Fail(ExitCode exitCode, IReadOnlyList<Problem> problems, string? databaseState, string? message = null)
    {
        Screen.Error(Advice.OfCommandLine(message ?? string.Join("\n\n", problems)));
        if (_isJson)
            Write(new Envelope(_verb, (int)exitCode) { Problems = [.. problems.Select(ProblemAnswer.Of)], DatabaseState = databaseState });
        return exitCode;
    }

    private void Write(Envelope envelope)
    {
        _surroundings.Output.Write(CliJson.Write(envelope));
        _surroundings.Output.Write('\n');
        _surroundings.Output.Flush();
    }
}
