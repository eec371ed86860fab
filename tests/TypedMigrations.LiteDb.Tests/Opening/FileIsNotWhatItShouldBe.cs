using System.Text;
using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>LiteDB overwrites, cuts or plays a log into what it takes for its own. The full messages are pinned where the files are looked at.</summary>
public sealed class FileIsNotWhatItShouldBe : LiteDbTest
{
    [Test]
    public async Task BecauseItIsAShortText() => await AssertRefused("this is a note"u8.ToArray(), ErrorCode.NotADatabase);

    [Test]
    public async Task BecauseItIsALongText() => await AssertRefused(Encoding.UTF8.GetBytes(new string('x', 20_000)), ErrorCode.NotADatabase);

    [Test]
    public async Task BecauseItIsEmpty() => await AssertRefused([], ErrorCode.NotADatabase);

    [Test]
    public async Task BecauseItIsOfLiteDb4()
    {
        var bytes = new byte[8192];
        "** This is a LiteDB file **"u8.CopyTo(bytes.AsSpan(25));
        bytes[52] = 7;

        await AssertRefused(bytes, ErrorCode.NotADatabase);
    }

    [Test]
    public async Task BecauseItIsTruncated()
    {
        MakeFile();
        var bytes = await File.ReadAllBytesAsync(FilePath);

        await AssertRefused(bytes[..(bytes.Length / 2 / 8192 * 8192)], ErrorCode.Damaged);
    }

    [TestCase(";Password=secret", ";Password=wrong", TestName = "BecauseThePasswordIsWrong")]
    [TestCase(";Password=secret", "", TestName = "BecauseThePasswordIsMissing")]
    [TestCase("", ";Password=secret", TestName = "BecauseAPasswordIsNotWanted")]
    public async Task BecauseOfThePassword(string made, string opened)
    {
        MakeFile(made);

        await AssertRefused(await File.ReadAllBytesAsync(FilePath), ErrorCode.WrongPassword, opened);
    }

    [Test]
    public async Task BecauseTheLogBesideItIsOfAnother()
    {
        MakeFile();
        var log = Path.Combine(Folder, "shop-log.db");
        var junk = Encoding.UTF8.GetBytes(new string('j', 16_384));
        await File.WriteAllBytesAsync(log, junk);

        await AssertRefused(await File.ReadAllBytesAsync(FilePath), ErrorCode.StrayLog);
        Assert.That(await File.ReadAllBytesAsync(log), Is.EqualTo(junk));
    }

    [Test, Behavior(30)]
    public async Task ThoughNothingIsPending()
    {
        await Run();
        await File.WriteAllTextAsync(FilePath, "overwritten");

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.NotADatabase));
    }

    private void MakeFile(string more = "")
    {
        using var database = OpenWithLiteDb(more);
        database.GetCollection("shops").Insert(Enumerable.Range(0, 500).Select(i => new BsonDocument { ["_id"] = i, ["text"] = new string('t', 200) }));
    }

    private async Task AssertRefused(byte[] bytes, string code, string more = "")
    {
        await File.WriteAllBytesAsync(FilePath, bytes);
        var time = File.GetLastWriteTimeUtc(FilePath);

        var refused = await RunFails(more, with: options => options.AdoptAt["*"] = "0");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Code, Is.EqualTo(code), refused.Message);
            Assert.That(refused.Message, Does.Not.Contain("wrong;").And.Not.Contain("secret"));
            Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
            Assert.That(File.GetLastWriteTimeUtc(FilePath), Is.EqualTo(time));
            Assert.That(Names(), Is.SubsetOf(new[] { "shop.db", "shop-log.db", "shop.db.lock" }));
        }
    }
}
