using System.Globalization;
using TypedMigrations.Torture.Hostility;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Children;

/// <summary>The program under torture: one operation, or one after the other as its standard input says.</summary>
/// <remarks>It says each event on a line of its own, and how it ended: <c>done</c>, <c>refused TM3001</c>, <c>cancelled</c>, or <c>threw</c> for what should never reach an application.</remarks>
internal static class ChildProgram
{
    public static async Task<int> RunAsync(string[] words)
    {
        // The console's own needs of files and memory are met now: later they would fail in the midst of the library.
        Console.WriteLine("ready");
        if (words is ["litedb", .. var rest])
            return ForeignProgram.Run(rest);
        if (words is not ["serve"])
            return await RunOnceAsync(ChildArguments.Parse(words));

        for (var answers = 1; Console.In.ReadLine() is { } line; answers++)
        {
            await RunOnceAsync(ChildArguments.Parse(line.Split('\t')));
            Console.WriteLine($"served {answers}.");
        }

        return 0;
    }

    private static async Task<int> RunOnceAsync(ChildArguments arguments)
    {
        if (arguments.Culture is { } culture)
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        using var cancelling = new CancellationTokenSource();
        try
        {
            await DoAsync(arguments, new ChildEvents(arguments, cancelling), cancelling.Token);
            Console.WriteLine("done");
            return 0;
        }
        catch (MigrationException exception)
        {
            Console.WriteLine($"refused {exception.Code}");
            Console.WriteLine(exception);
            return 1;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("cancelled");
            return 1;
        }
        catch (Exception exception)
        {
            Console.WriteLine($"threw {exception.GetType().Name}");
            Console.WriteLine(exception);
            return 3;
        }
    }

    private static Task DoAsync(ChildArguments arguments, ChildEvents events, CancellationToken cancellation)
    {
        var options = new MigrationOptions { LockTimeout = TimeSpan.FromSeconds(arguments.LockTimeout) };
        var time = arguments.Clock is { } seed ? new JumpingClock(seed) : TimeProvider.System;
        if (arguments.Holds)
            return HoldAsync(arguments, events, options);
        return Enum.TryParse<Operation>(arguments.Work, out var operation)
            ? Operating.RunAsync(operation, arguments.Place, events, time, options, cancellation)
            : Deed.RunAsync(arguments.Work, arguments.Place, events, cancellation);
    }

    private static async Task HoldAsync(ChildArguments arguments, ChildEvents events, MigrationOptions options)
    {
        await using var database = await LiteDbMigrations.RunAsync(arguments.Place.ConnectionString, [new Depot.DepotModule()], options, events);
        Console.WriteLine(database.Report.WasUpToDate ? "nothing to do" : "migrated");
        // In direct mode the next process waits until this one ends: it uses the database and goes.
        Console.WriteLine($"{database.Database.GetCollection("orders").Count() + database.Database.GetCollection("closed_orders").Count()} orders");
        if (!arguments.Place.IsShared)
            return;

        Console.WriteLine("holding");
        Console.In.ReadToEnd();
    }
}
