using LiteDB;

namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class TwoAreCompared : CliTest
{
    private string Copy => Path.Combine(Folder, "copy.db");

    [Test]
    public async Task TwoMigrationsWithoutADatabase()
    {
        var compared = await Call("diff", "20261001", "FullNames", "--assembly", Shop);

        Assert.That(compared.ExitCode, Is.EqualTo(ExitCode.Differs), compared.Error);
        Assert.That(compared.Output, Does.Contain("-  field name string\n").And.Contain("+  field full_name string\n"));
    }

    [Test]
    public async Task TwoDatabasesDocumentByDocumentAndNoValueIsShown()
    {
        await OnShop("up", "--steps", "1");
        File.Copy(Database, Copy);
        Change(database => database.GetCollection("customers").Update(new BsonDocument { ["_id"] = "ada", ["name"] = "a secret", ["email"] = "ADA@example.org", ["fax"] = "1" }));

        var schema = await Call("diff", Database, Copy);
        var data = await Call("diff", Database, Copy, "--data");

        Assert.That((schema.ExitCode, data.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Differs)), schema.Error);
        Assert.That(data.Output, Does.Contain("different: 1").And.Contain("\"ada\"  name").And.Not.Contain("a secret"));
    }

    [Test]
    public async Task AnEncryptedDatabaseWithAPlainOne()
    {
        await OnShop("up", "--steps", "1");
        await OnShop("dump", "--output", Path.Combine(Folder, "shop.jsonl"));
        Variables["TYPEDMIGRATIONS_PASSWORD"] = "secret";
        await Call("load", "shop.jsonl", "--database", Copy);

        var compared = await Call("diff", Database, "--data", "--database", Copy);

        Assert.That(compared.ExitCode, Is.EqualTo(ExitCode.Done), compared.Output + compared.Error);
        Assert.That(File.ReadAllBytes(Copy)[0], Is.Not.Zero, "encrypted");
    }

    [Test]
    public async Task ADatabaseThatWasMadeWithAnEmptyPasswordVariableWhichMeansNone()
    {
        Variables["TYPEDMIGRATIONS_PASSWORD"] = "";

        await OnShop("up", "--steps", "1");

        Assert.That(File.ReadAllBytes(Database)[0], Is.Zero, "plain");
    }

    [Test]
    public async Task ADocumentOfAMigrationIsNone()
    {
        var refused = await Call("diff", "20261001", "20261015", "--data", "--assembly", Shop);

        Assert.That((refused.ExitCode, refused.Error[..6]), Is.EqualTo((ExitCode.Usage, "TM6011")));
    }
}
