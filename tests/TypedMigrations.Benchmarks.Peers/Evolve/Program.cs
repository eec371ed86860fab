using Microsoft.Data.Sqlite;
using Shop;

return await Start.RunAsync(args, start =>
{
    using var connection = new SqliteConnection("Data Source=" + start.Database);
    var evolve = new EvolveDb.Evolve(connection) { Locations = [start.Scripts] };
    evolve.Migrate();
    connection.Open();
    start.CheckRows(connection, evolve.NbMigration);
    return Task.CompletedTask;
});
