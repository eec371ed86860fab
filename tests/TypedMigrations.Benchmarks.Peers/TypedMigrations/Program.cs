using Shop;
using TypedMigrations;

return await Start.RunAsync(args, async start =>
{
    await using var migrated = await LiteDbMigrations.RunAsync("Filename=" + start.Database, [new ShopModule()]);
    var entries = migrated.Database.GetCollection<Entry>("entries");
    start.Check(migrated.Report.Results.Count, entries.FindById(start.Known - 1)?.Code, entries.Count);
});
