using System.Collections;

namespace TypedMigrations.Cli;

/// <summary>What the command line sees of the world: where it was called, and whom it talks to.</summary>
/// <param name="WorkingFolder">The folder from which it was called.</param>
/// <param name="Environment">The environment variables.</param>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where logs, progress, questions and errors go.</param>
/// <param name="Input">Where answers to questions come from.</param>
internal sealed record Surroundings(
    string WorkingFolder, IReadOnlyDictionary<string, string> Environment, TextWriter Output, TextWriter Error, TextReader Input)
{
    /// <summary>Whether answers go to a terminal: then they are as wide as it is, and colored.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether errors and progress go to a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>How many columns the terminal has; 80 where it does not say.</summary>
    public Func<int> TerminalWidth { get; init; } = () => Console.WindowWidth is > 0 and var width ? width : 80;

    /// <summary>Whether somebody can answer a question.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Where a dump goes to and comes from where no file is named.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <inheritdoc cref="OpenOutput"/>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Ends the command when the process is interrupted.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>Whether a question can be asked and answered by a person.</summary>
    public bool IsInteractive => InputIsTerminal && ErrorIsTerminal;

    public static Surroundings OfThisProcess()
    {
        var environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return new Surroundings(Directory.GetCurrentDirectory(), environment, Console.Out, Console.Error, Console.In)
        {
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InputIsTerminal = !Console.IsInputRedirected,
            Interrupted = Interruption.Watch(),
        };
    }
}
