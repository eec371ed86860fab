using Accounts;
using Disco;
using Host;
using TypedMigrations;

// The exit code is 0 when it served until it was told to stop, 1 when migrating failed, 130 when it was interrupted meanwhile.
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddDefaults();
    builder.Services.AddSingleton<IMigrationObserver, WaitingOnConsole>();
    builder.Services
        .AddMigrations()
        .AddModule<AccountsModule>()
        .AddModule<DiscoModule>()
        .UseLiteDb(HostDatabase.ConnectionString(builder));

    await using var app = builder.Build();
    using (var interruption = new Interruption())
    {
        var report = await app.MigrateAsync(interruption.Token);
        if (!report.WasUpToDate)
            Console.WriteLine(report.Plan);
        Console.WriteLine(report);
        if (interruption.Token.IsCancellationRequested)
            return 130;
    }

    app.MapAccounts();
    app.MapDisco();
    app.MapHealth();
    await app.RunAsync();
    return 0;
}
catch (MigrationException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted while migrating. The database is as it was.");
    return 130;
}
