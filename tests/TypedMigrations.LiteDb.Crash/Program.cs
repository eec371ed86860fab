using TypedMigrations;
using TypedMigrations.LiteDb.Crash;
using TypedMigrations.LiteDb.Files;

// Each mode says "ready" or a number on a line of its own, and goes on until it is killed.
var file = DatabaseFile.At(args[1]);
try
{
    switch (args[0])
    {
        case "lock":
            HoldLock(file);
            break;
        case "swap":
            SwapLoop.Run(file, args[2] == "links" ? SwapMoves.Real : SwapMoves.WithoutHardLinks);
            break;
        case "write":
            LiteDbWriter.Run(file.Path, args.ElementAtOrDefault(2));
            break;
        case "restore":
            RestoreLoop.Run(file, args[2], args[3..]);
            break;
        default:
            Console.WriteLine($"unknown mode {args[0]}");
            return 64;
    }

    return 0;
}
catch (MigrationException exception)
{
    Console.WriteLine(exception.Code);
    return 1;
}

static void HoldLock(DatabaseFile file)
{
    using var held = new DatabaseLock(file);
    Console.WriteLine(held.TryTakeExclusive() ? "ready" : "taken");
    Console.In.ReadToEnd();
}
