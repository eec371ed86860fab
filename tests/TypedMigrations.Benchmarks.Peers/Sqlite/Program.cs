using Microsoft.Data.Sqlite;
using Shop;

// The application without a migrator.
return args is [var database, var bytes, "fill"] ? Filling.Fill(database, long.Parse(bytes)) : await Start.RunAsync(args, start =>
{
    using var connection = new SqliteConnection("Data Source=" + start.Database);
    connection.Open();
    start.CheckRows(connection);
    return Task.CompletedTask;
});
