using System.CommandLine;

namespace TypedMigrations.Cli.Commands;

/// <summary>Carries the surroundings to the verb that runs.</summary>
internal sealed class CallConfiguration : InvocationConfiguration
{
    public CallConfiguration(Surroundings surroundings)
    {
        Surroundings = surroundings;
        Output = surroundings.Output;
        Error = surroundings.Error;
        EnableDefaultExceptionHandler = false;
        // Interruption watches the signals itself: a run ends when its copy is cleared away, however long that takes.
        ProcessTerminationTimeout = null;
    }

    public Surroundings Surroundings { get; }
}
