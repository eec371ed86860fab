using Microsoft.EntityFrameworkCore;
using Shop;

return await Start.RunAsync(args, start =>
{
    using var shop = new ShopContext(start.Database);
    if (start.Migrates)
        shop.Database.Migrate();
    var last = start.Known - 1;
    start.Check(applied: null, shop.Entries.AsNoTracking().SingleOrDefault(entry => entry.Id == last)?.Code, shop.Entries.Count);
    return Task.CompletedTask;
});
