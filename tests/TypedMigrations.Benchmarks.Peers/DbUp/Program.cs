using DbUp;
using Microsoft.Data.Sqlite;
using Shop;

return await Start.RunAsync(args, start =>
{
    var database = "Data Source=" + start.Database;
    var result = DeployChanges.To.SqliteDatabase(database).WithScriptsFromFileSystem(start.Scripts).LogToNowhere().Build().PerformUpgrade();
    if (!result.Successful)
        throw result.Error;

    using var connection = new SqliteConnection(database);
    connection.Open();
    start.CheckRows(connection, result.Scripts.Count());
    return Task.CompletedTask;
});
