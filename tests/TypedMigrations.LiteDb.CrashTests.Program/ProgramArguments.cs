using System.Globalization;
using LiteDB;

namespace TypedMigrations.LiteDb.CrashTests;

/// <summary>What the program is told.</summary>
/// <param name="ConnectionString">The database, as LiteDB names it.</param>
internal sealed record ProgramArguments(string ConnectionString)
{
    /// <summary>The stamp at which a database without a journal is adopted.</summary>
    public string? AdoptAt { get; private init; }

    /// <summary>How long it waits for another process.</summary>
    public TimeSpan LockTimeout { get; private init; } = TimeSpan.FromSeconds(60);

    /// <summary>The event at which it waits to be killed.</summary>
    public string? WaitAt { get; private init; }

    /// <summary>The event at which it waits for a line on its standard input.</summary>
    public string? PauseAt { get; private init; }

    /// <summary>The moment of the swap at which it kills itself.</summary>
    public SwapMoment? KillAt { get; private init; }

    /// <summary>Whether it keeps the database, and uses it, until its standard input ends.</summary>
    public bool Hold { get; private init; }

    public string Path => new ConnectionString(ConnectionString).Filename;

    public static ProgramArguments Parse(string[] args)
    {
        var parsed = new ProgramArguments(args[0]);
        foreach (var (name, value) in args.Skip(1).Select(Split))
        {
            parsed = name switch
            {
                "--adopt-at" => parsed with { AdoptAt = value },
                "--lock-timeout" => parsed with { LockTimeout = TimeSpan.FromSeconds(double.Parse(value, CultureInfo.InvariantCulture)) },
                "--wait-at" => parsed with { WaitAt = value },
                "--pause-at" => parsed with { PauseAt = value },
                "--kill-at" => parsed with { KillAt = Enum.Parse<SwapMoment>(value) },
                "--hold" => parsed with { Hold = true },
                _ => throw new ArgumentException($"{name} is unknown."),
            };
        }

        return parsed;
    }

    private static (string Name, string Value) Split(string argument)
    {
        var parts = argument.Split('=', 2);
        return (parts[0], parts.ElementAtOrDefault(1) ?? "");
    }
}
