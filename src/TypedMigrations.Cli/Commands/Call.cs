using System.CommandLine;
using TypedMigrations.Cli.Locating;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>One call of a verb: what was typed, where, and the settings that follow from it.</summary>
internal sealed class Call(ParseResult parsed, Surroundings surroundings, Screen screen)
{
    private readonly Lazy<Settings> _settings = new(() =>
    {
        screen.Detail("reading settings");
        return SettingsReader.Read(parsed, surroundings);
    });

    public Surroundings Surroundings => surroundings;

    public Screen Screen => screen;

    public Settings Settings => _settings.Value;

    /// <summary>Whether the answer goes out as JSON.</summary>
    public bool IsJson => Value(CommonOptions.Json);

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T? Value<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Whether the option was typed, not defaulted.</summary>
    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Whoever answers for the migrations and the database that the settings name.</summary>
    /// <param name="cancellation">Ends the building, which begins when migrations are asked for.</param>
    public IOperator Open(CancellationToken cancellation) => Operators.Open(Settings, this, cancellation);

    /// <summary>Looks at the database for a verb that writes to it afterwards: where another process has it, that is waited for, as writing would.</summary>
    /// <exception cref="MigrationException">TM3001: it was not free in time.</exception>
    public async Task<T> LookAsync<T>(IOperator @operator, Func<Task<T>> look, CancellationToken cancellation)
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (MigrationException exception) when (exception.Code == ErrorCode.LockNotFree)
        {
            await @operator.WaitAsync(Settings.MakeOptions().LockTimeout, cancellation).ConfigureAwait(false);
            return await look().ConfigureAwait(false);
        }
    }

    /// <summary>Asks before something is done that cannot be taken back. On a terminal a person answers; elsewhere <c>--yes</c> must have been typed.</summary>
    /// <param name="question">What would be done.</param>
    /// <param name="cancellation">Ends the waiting for an answer.</param>
    /// <exception cref="CliException">The answer was no, or nobody can answer.</exception>
    public async Task ConfirmAsync(string question, CancellationToken cancellation)
    {
        if (Value(CommonOptions.Yes))
            return;
        if (!surroundings.IsInteractive)
            throw CliException.Usage(CliErrorCode.NotConfirmed, $"{question} Nobody is there to ask.", "Type --yes if that is meant.");
        if (!await screen.AskAsync(question, cancellation).ConfigureAwait(false))
            throw CliException.Failed(CliErrorCode.NotConfirmed, "The answer was no: nothing was done.", "Type --yes to answer yes without being asked.");
    }
}
