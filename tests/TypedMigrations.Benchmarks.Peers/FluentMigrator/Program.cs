using FluentMigrator.Runner;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shop;

return await Start.RunAsync(args, start =>
{
    var database = "Data Source=" + start.Database;
    using var services = new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => runner.AddSQLite().WithGlobalConnectionString(database).ScanIn(typeof(Program).Assembly).For.Migrations())
        .BuildServiceProvider();
    using var scope = services.CreateScope();
    scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();

    using var connection = new SqliteConnection(database);
    connection.Open();
    start.CheckRows(connection);
    return Task.CompletedTask;
});
