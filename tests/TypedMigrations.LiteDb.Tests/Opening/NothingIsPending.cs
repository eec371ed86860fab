using TypedMigrations.StoreContract;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class NothingIsPending : LiteDbTest
{
    [Test, Behavior(18)]
    public async Task AndNothingIsWritten([Values("", ";Password=secret", ";Connection=shared")] string more)
    {
        await Run(more);
        var bytes = await File.ReadAllBytesAsync(FilePath);
        var time = File.GetLastWriteTimeUtc(FilePath);
        var observer = new RecordingObserver();

        var report = await Run(more, observer: observer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WasUpToDate, Is.True);
            Assert.That(observer.Events.Select(happened => happened.GetType().Name), Is.EqualTo(new[] { "Planned" }));
            Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
            Assert.That(File.GetLastWriteTimeUtc(FilePath), Is.EqualTo(time));
            Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.lock" }));
        }
    }

    [Test]
    public async Task AndTheReportSaysSo()
    {
        await Run();

        Assert.That((await Run()).ToString(), Is.EqualTo("shop.db is up to date: nothing to do."));
    }
}
