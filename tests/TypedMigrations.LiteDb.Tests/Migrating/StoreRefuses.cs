using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class StoreRefuses : LiteDbTest
{
    [Test]
    public async Task WhereLimitSizeIsTooSmall()
    {
        long length;
        using (var database = OpenWithLiteDb())
            database.GetCollection("others").Insert(new BsonDocument { ["_id"] = 1, ["data"] = new byte[2_000_000] });
        length = new FileInfo(FilePath).Length;
        using (var database = OpenWithLiteDb())
            database.LimitSize = 2 * length;
        var bytes = await File.ReadAllBytesAsync(FilePath);

        var refused = await RunFails(with: options => options.AdoptAt["*"] = "0");

        Assert.That(refused.Message, Is.EqualTo($"""
            TM3008: LIMIT_SIZE of shop.db is too small to migrate it.
              limit     {2 * length:N0} bytes
              needed    {(long)(2.5 * length):N0} bytes, 2.5 times the file
              database  shop.db was not changed.
            Set the pragma LIMIT_SIZE higher; it may be set back afterwards.
            """));
        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
    }

    [Test]
    public async Task WhatLiteDbRefusesWhileTheCopyIsMigrated()
    {
        await Run(with: options => options.StepLimit = 1);
        using (var database = OpenWithLiteDb())
            database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "a", ["name"] = new string('n', 2_000) });
        var bytes = await File.ReadAllBytesAsync(FilePath);

        var failed = await RunFails();

        Assert.That(failed.Message, Is.EqualTo("""
            TM4008: LiteDB failed while the copy was migrated.
              migration      20240105120000_UniqueNames of module History
              on the copy    after 20240102_Cities, 20240103_Empty, 20240104_Ratings
              still pending  20240105120000_UniqueNames
              reason         LiteException: Index key must be less than 1023 bytes.
              database       shop.db was not changed.
            See the reason; the copy was thrown away, and the run can be repeated.
            """));
        Assert.That(failed.InnerException, Is.TypeOf<LiteException>());
        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
    }
}
