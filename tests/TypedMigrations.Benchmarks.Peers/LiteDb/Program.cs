using LiteDB;
using Shop;

// The application without a migrator.
return args is [var database, var bytes, "fill"] ? Filling.Fill(database, long.Parse(bytes)) : await Start.RunAsync(args, start =>
{
    using var database = new LiteDatabase("Filename=" + start.Database);
    if (start.Applies > 0)
        Migrations.Apply(database, start.Known);
    var entries = database.GetCollection<Entry>("entries");
    start.Check(start.Applies, entries.FindById(start.Known - 1)?.Code, entries.Count);
    return Task.CompletedTask;
});
