using System.Globalization;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Crash;

/// <summary>Swaps for ever. Each new content is one byte repeated, so that a mixture shows.</summary>
internal static class SwapLoop
{
    private const int ContentLength = 20_000;

    public static void Run(DatabaseFile file, SwapMoves moves)
    {
        using var held = new DatabaseLock(file);
        if (!held.TryTakeExclusive())
            throw new InvalidOperationException("The lock is not free.");

        UnfinishedSwap.Finish(file);
        for (var number = File.Exists(file.Path) ? File.ReadAllBytes(file.Path)[0] + 1 : 0; ; number++)
        {
            Directory.CreateDirectory(file.WorkFolder);
            var copy = Path.Combine(file.WorkFolder, "copy.db");
            File.WriteAllBytes(copy, Enumerable.Repeat((byte)number, ContentLength).ToArray());
            Console.WriteLine("swapping");
            Swap.PutInPlace(file, copy, releaseHold: null, moves: moves);
            Backups.Prune(file, keep: 2);
            Console.WriteLine(((byte)number).ToString(CultureInfo.InvariantCulture));
        }
    }
}
