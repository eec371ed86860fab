using System.Diagnostics;
using System.Globalization;

namespace TypedMigrations.Benchmarks.Documents;

/// <summary>Says how long a run was in each room.</summary>
internal sealed class Rooms : IMigrationObserver
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Dictionary<string, double> _ended = [];

    public void Observe(MigrationEvent happened)
    {
        var room = happened switch
        {
            MigrationEvent.Planned => "plan",
            MigrationEvent.Copied => "copy",
            MigrationEvent.Migrated => "migrate",
            MigrationEvent.Verified => "verify",
            MigrationEvent.SwappedIn => "swap",
            _ => null,
        };
        if (room is not null)
            _ended[room] = _watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>A line for each room with its milliseconds; that of the swap is the last but one, that of the migrations the last.</summary>
    public void Print()
    {
        var before = 0.0;
        var rooms = _ended.OrderBy(room => room.Value).Select(room => (room.Key, Milliseconds: room.Value - before, before = room.Value)).ToList();
        foreach (var (room, milliseconds, _) in rooms)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{room} {milliseconds:F0}"));
        Console.WriteLine(rooms.Single(room => room.Key == "migrate").Milliseconds.ToString("F0", CultureInfo.InvariantCulture));
    }
}
