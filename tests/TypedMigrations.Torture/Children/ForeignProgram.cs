using LiteDB;

namespace TypedMigrations.Torture.Children;

/// <summary>A program that uses the file by LiteDB alone, and does not know that there are migrations.</summary>
internal static class ForeignProgram
{
    public static int Run(string[] words)
    {
        var connection = new ConnectionString { Filename = words[1], Password = words[2] == "-" ? null : words[2], Connection = words[0] == "hold" ? ConnectionType.Direct : ConnectionType.Shared };
        using var database = new LiteDatabase(connection);
        if (words[0] == "hold")
            Hold(database);
        else
            Write(database);
        return 0;
    }

    private static void Hold(LiteDatabase database)
    {
        database.GetCollection("foreign").Insert(new BsonDocument { ["_id"] = "held" });
        Console.WriteLine("holding");
        Console.In.ReadToEnd();
    }

    /// <summary>Inserts one document after the other until its standard input says stop, and says each that LiteDB took.</summary>
    private static void Write(LiteDatabase database)
    {
        // The console's own ReadLineAsync waits.
        var stop = Task.Run(Console.In.ReadLine);
        for (var number = 0; !stop.IsCompleted; number++)
        {
            // Whoever never lets go of the file keeps everybody out.
            Thread.Sleep(Random.Shared.Next(200));
            try
            {
                database.GetCollection("foreign").Insert(new BsonDocument { ["_id"] = number });
                Console.WriteLine($"wrote {number}");
            }
            catch (Exception exception) when (exception is IOException or LiteException or InvalidOperationException or ObjectDisposedException)
            {
                // The library has the file for itself.
                Console.WriteLine($"kept out: {exception.GetType().Name}");
            }
        }
    }
}
