using LiteDB;

namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class DatabaseIsAdopted : CliTest
{
    [SetUp]
    public async Task MakeOneWithoutAJournal()
    {
        await OnShop("up", "--to", "FullNames");
        Change(database =>
        {
            foreach (var table in database.GetCollectionNames().Where(name => name.StartsWith('_')).ToList())
                database.DropCollection(table);
            database.UserVersion = 7;
        });
    }

    [Test]
    [Behavior(73)]
    public async Task AtTheMigrationThatFitsAndNothingIsRun()
    {
        var before = Documents();
        var asked = await OnShop("baseline");
        var found = await OnShop("baseline", "--find", "--json");
        var adopted = await OnShop("baseline", "--yes", "--json");

        Assert.That((asked.ExitCode, found.ExitCode, adopted.ExitCode), Is.EqualTo((ExitCode.Usage, ExitCode.Done, ExitCode.Done)), adopted.Error);
        Assert.That(asked.Error, Does.Contain("module Shop: 20261015_FullNames").And.Contain("shop.db would be taken to be at 20261015_FullNames of module Shop."));
        Assert.That(found.Result.GetProperty("found").GetProperty("modules")[0].GetProperty("best").GetString(), Is.EqualTo("20261015_FullNames"));
        Assert.That(await States(), Is.EqualTo(["adopted", "adopted", "pending", "pending"]));
        Assert.That(Documents(), Is.EqualTo(before));
    }

    [Test]
    [Behavior(73)]
    public async Task WhereSomebodySaysSo()
    {
        var wrong = await OnShop("baseline", "--at", "Nothing", "--yes");
        var adopted = await OnShop("baseline", "--at", "Shop=20261015", "--yes");

        Assert.That((wrong.ExitCode, adopted.ExitCode), Is.EqualTo((ExitCode.Rejected, ExitCode.Done)), wrong.Error + adopted.Error);
        Assert.That(await States(), Is.EqualTo(["adopted", "adopted", "pending", "pending"]));
    }

    [Test]
    public async Task WhereItsUserVersionSaysSo()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "migrations.json"), """{ "userVersions": { "7": "20261015_FullNames" } }""");

        var adopted = await OnShop("baseline", "--yes");

        Assert.That(adopted.ExitCode, Is.EqualTo(ExitCode.Done), adopted.Error);
        Assert.That(adopted.Error, Does.Contain("The user version of shop.db is 7, which stands for 20261015_FullNames."));
    }

    [Test]
    public async Task OnceOnly()
    {
        await OnShop("baseline", "--yes");

        var again = await OnShop("baseline", "--yes");

        Assert.That((again.ExitCode, again.Error[..6]), Is.EqualTo((ExitCode.Rejected, "TM1310")));
    }

    private async Task<IEnumerable<string?>> States() =>
        [.. (await OnShop("status", "--json")).Result.GetProperty("migrations").EnumerateArray().Select(migration => migration.GetProperty("state").GetString())];

    private List<string> Documents()
    {
        using var database = new LiteDatabase(Database);
        return [.. database.GetCollection("customers").FindAll().Select(document => document.ToString())];
    }
}
