using TypedMigrations.LiteDb;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Hostility;

/// <summary>What the hostile module does, such as <c>throw in convert</c>. Of the process: a module has no constructor that could take it.</summary>
internal static class Deed
{
    /// <summary>The callbacks in which something can be done.</summary>
    public static readonly string[] Places = ["up", "convert", "key", "rename", "derive", "seed", "seeded record"];

    // Above LiteDB's limit of 16,683,050 bytes for a document.
    private const int HugeLength = 17_000_000;

    private static string _todo = "";
    private static int _calls;

    /// <summary>Migrates with the hostile module.</summary>
    public static async Task RunAsync(string deed, Place place, IMigrationObserver? observer = null, CancellationToken cancellation = default)
    {
        (_todo, _calls) = (deed, 0);
        using var store = new LiteDbStore(place.ConnectionString, observer);
        await new Migrator([new HostileModule()], store, time: deed == "throw in clock" ? new BrokenClock() : null, observer: observer).RunAsync(cancellation);
    }

    /// <summary>Does it, where this is the place, at the third call.</summary>
    /// <returns>A value to use in place of the right one; null for the right one.</returns>
    public static string? At(string place)
    {
        if (!_todo.EndsWith($" in {place}", StringComparison.Ordinal) || (place is not ("up" or "seed") && ++_calls < 3))
            return null;

        return _todo.Split(' ')[0] switch
        {
            "throw" => throw new InvalidOperationException("The migration's own code failed."),
            "exhaust" => throw new OutOfMemoryException("There is no more."),
            "cancel" => throw new OperationCanceledException("Nobody cancelled."),
            // One of them: many fill the memory before LiteDB sees the first.
            "huge" => _calls <= 3 ? new string('x', HugeLength) : null,
            "null" => "\0",
            "loop" => Loop(),
            _ => null,
        };
    }

    /// <summary>Numbers without an end, where that is to be done here.</summary>
    public static IEnumerable<int>? Endless(string place) => _todo == $"endless in {place}" ? Enumerable.Range(0, int.MaxValue) : null;

    /// <summary>A value of a thousand levels.</summary>
    public static IReadOnlyDictionary<string, object?>? Deep(int id)
    {
        if (_todo != "deep in fill" || id % 10 != 0)
            return null;

        var value = new Dictionary<string, object?> { ["end"] = 1 };
        for (var level = 0; level < 1_000; level++)
            value = new Dictionary<string, object?> { ["in"] = value };
        return value;
    }

    private static string Loop()
    {
        Console.WriteLine("looping");
        while (true)
            Thread.SpinWait(1_000);
    }

    private sealed class BrokenClock : TimeProvider
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow() => ++_asked < 3 ? base.GetUtcNow() : throw new InvalidOperationException("The clock is broken.");
    }
}
