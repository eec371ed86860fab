using Accounts;
using TypedMigrations;
using TypedMigrations.LiteDb.CrashTests;

// It says on its standard output, line by line, what happens, and is told by its arguments where to wait for its end:
//   event Migrating 20201022_PermissionsBecomeRoles
//   applied 7, or: nothing to do
//   refused TM3001, and then the whole message
var arguments = ProgramArguments.Parse(args);
var options = new MigrationOptions { LockTimeout = arguments.LockTimeout };
if (arguments.AdoptAt is { } adoptAt)
    options.AdoptAt["*"] = adoptAt;

try
{
    await using var database = await LiteDbMigrations.RunAsync(
        arguments.ConnectionString, [new AccountsModule()], options, new EventsOnConsole(arguments));
    Console.WriteLine(database.Report.WasUpToDate ? "nothing to do" : $"applied {database.Report.Results.Count}");
    if (arguments.Hold)
    {
        Console.WriteLine($"{database.Database.GetCollection("accounts").Count()} accounts");
        Console.WriteLine("holding");
        Console.In.ReadToEnd();
    }

    return 0;
}
catch (MigrationException exception)
{
    Console.WriteLine($"refused {exception.Code}");
    Console.WriteLine(exception.Message);
    return 1;
}
