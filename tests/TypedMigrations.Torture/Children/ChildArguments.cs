using System.Globalization;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Children;

/// <summary>What the program under torture is told.</summary>
/// <param name="Work">The name of an <see cref="Operation"/>, or of a hostile deed.</param>
/// <param name="Place">The database.</param>
internal sealed record ChildArguments(string Work, Place Place)
{
    /// <summary>The event, counted from 1, at which it kills itself with SIGKILL.</summary>
    public int StopAt { get; init; }

    /// <summary>The event at which it waits for a line on its standard input.</summary>
    public int PauseAt { get; init; }

    /// <summary>The event after which it cancels its own run, within a second.</summary>
    public int CancelAt { get; init; }

    /// <summary>Whether it keeps the database, and uses it, until its standard input ends.</summary>
    public bool Holds { get; init; }

    /// <summary>How long it waits for another process, in seconds.</summary>
    public int LockTimeout { get; init; } = 60;

    /// <summary>The seed of a clock that jumps; null for the system's.</summary>
    public int? Clock { get; init; }

    /// <summary>The culture of its threads; null for the system's.</summary>
    public string? Culture { get; init; }

    /// <summary>As words of a command line.</summary>
    public IReadOnlyList<string> ToWords() =>
    [
        Work, Place.Folder, Place.Password ?? "-", Place.IsShared.ToString(CultureInfo.InvariantCulture), Text(StopAt), Text(PauseAt), Text(CancelAt),
        Holds.ToString(CultureInfo.InvariantCulture), Text(LockTimeout), Clock is { } seed ? Text(seed) : "-", Culture ?? "-",
    ];

    /// <summary>From the words of a command line.</summary>
    public static ChildArguments Parse(IReadOnlyList<string> words) => new(words[0], new Place(words[1], words[2] == "-" ? null : words[2], bool.Parse(words[3])))
    {
        StopAt = Number(words[4]),
        PauseAt = Number(words[5]),
        CancelAt = Number(words[6]),
        Holds = bool.Parse(words[7]),
        LockTimeout = Number(words[8]),
        Clock = words[9] == "-" ? null : Number(words[9]),
        Culture = words[10] == "-" ? null : words[10],
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
