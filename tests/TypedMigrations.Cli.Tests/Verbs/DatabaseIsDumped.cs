using LiteDB;

namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class DatabaseIsDumped : CliTest
{
    private string Dump => Path.Combine(Folder, "shop.jsonl");

    private string Copy => Path.Combine(Folder, "copy.db");

    [SetUp]
    public Task Migrate() => OnShop("up", "--to", "FullNames");

    [Test]
    [Behavior(68)]
    [Behavior(69)]
    public async Task AndLoadedAndEqual()
    {
        Change(WithEveryType);
        var dumped = await OnShop("dump", "--output", Dump, "--json");
        var loaded = await Call("load", Dump, "--database", Copy);
        var compared = await OnShop("diff", Copy, "--data", "--json");
        await Call("dump", "--output", Dump + "2", "--database", Copy);

        Assert.That((dumped.ExitCode, loaded.ExitCode, compared.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Done, ExitCode.Done)), compared.Output + loaded.Error);
        Assert.That(compared.Result.GetProperty("tables").GetArrayLength(), Is.Zero);
        Assert.That(dumped.Result.GetProperty("tables").EnumerateArray().Sum(table => table.GetProperty("documents").GetInt64()), Is.GreaterThan(4));
        Assert.That(await File.ReadAllTextAsync(Dump + "2"), Is.EqualTo(await File.ReadAllTextAsync(Dump)));
    }

    [Test]
    [Behavior(68)]
    public async Task AsItIsAfterEachMigration()
    {
        var before = await OnShop("dump", "--schema");
        await OnShop("up", "--allow-destructive");
        var after = await OnShop("dump", "--schema", "--table", "orders");

        Assert.That(before.Output, Does.Contain("field fax string").And.Not.Contain("orders").And.Not.Contain("_migrations"));
        Assert.That(after.Output, Is.EqualTo("table orders\n"));
    }

    [Test]
    public async Task ThroughAPipe()
    {
        Pipe = new MemoryStream();
        var dumped = await OnShop("dump");
        Pipe = new MemoryStream(((MemoryStream)Pipe).ToArray());
        var loaded = await Call("load", "-", "--database", Copy);

        Assert.That((dumped.Output, loaded.ExitCode), Is.EqualTo(("", ExitCode.Done)), loaded.Error);
        Assert.That((await OnShop("diff", Copy, "--data")).ExitCode, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public async Task ToAFullDisk()
    {
        Pipe = new FullStream();

        var full = await OnShop("dump");

        Assert.That(full.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(full.Error, Is.EqualTo(
            """
            TM6012: The dump cannot be written to standard output.
              reason  No space left on device
            Send it where there is room, or name a file: --output shop.jsonl

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task ButNotOverAFile()
    {
        await File.WriteAllTextAsync(Dump, "mine");

        var refused = await OnShop("dump", "--output", Dump);

        Assert.That((refused.ExitCode, refused.Error[..6], await File.ReadAllTextAsync(Dump)), Is.EqualTo((ExitCode.Usage, "TM6012", "mine")));
    }

    [Test]
    public async Task AndATruncatedDumpLoadsNothing()
    {
        await OnShop("dump", "--output", Dump);
        var lines = await File.ReadAllLinesAsync(Dump);
        await File.WriteAllLinesAsync(Dump, lines[..^1]);

        var truncated = await Call("load", Dump, "--database", Copy);

        Assert.That(truncated.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(truncated.Error, Does.StartWith("TM340").And.Contain("copy.db was not changed."));
        Assert.That(File.Exists(Copy), Is.False);
    }

    [Test]
    public async Task AndLoadedWhereNothingIsOnly()
    {
        await OnShop("dump", "--output", Dump);

        var loaded = await OnShop("load", Dump);

        Assert.That((loaded.ExitCode, loaded.Error[..6]), Is.EqualTo((ExitCode.Failed, "TM3402")));
    }

    [Test]
    public async Task WithATableThatIsNotThere()
    {
        var schema = await OnShop("dump", "--schema", "--table", "nothing");
        var data = await OnShop("dump", "--output", Dump, "--table", "nothing");

        Assert.That((schema.ExitCode, data.ExitCode), Is.EqualTo((ExitCode.Failed, ExitCode.Failed)));
        Assert.That(schema.Error, Does.StartWith("TM3401: shop.db has no table nothing.").And.Contain("customers"));
        Assert.That(Directory.GetFiles(Folder, "*.jsonl*"), Is.Empty);
    }

    private static void WithEveryType(LiteDatabase database) => database.GetCollection("everything").Insert(new BsonDocument
    {
        ["_id"] = ObjectId.NewObjectId(), ["null"] = BsonValue.Null, ["int"] = int.MinValue, ["long"] = long.MaxValue, ["double"] = double.NaN, ["zero"] = -0.0, ["decimal"] = 1.50m,
        ["string"] = "é\0\"\\😀", ["document"] = new BsonDocument { ["$oid"] = "no id" }, ["array"] = new BsonArray(1, 2L, "3", new BsonArray()), ["binary"] = new byte[] { 0, 255 },
        ["guid"] = Guid.NewGuid(), ["bool"] = true, ["date"] = new DateTime(2026, 11, 23, 1, 2, 3, 4, DateTimeKind.Utc), ["min"] = BsonValue.MinValue, ["max"] = BsonValue.MaxValue,
    });

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
