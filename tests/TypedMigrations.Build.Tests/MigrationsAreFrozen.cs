namespace TypedMigrations.Build.Tests;

public sealed class MigrationsAreFrozen
{
    private string _project = "";

    [SetUp]
    public void MakeProject() => _project = Directory.CreateTempSubdirectory("freeze-").FullName;

    [TearDown]
    public void RemoveProject() => Directory.Delete(_project, recursive: true);

    [Test]
    public void InALedgerBesideTheirFoldersOldestFirst()
    {
        MakeFolders("Accounts/M20201006_First", "Accounts/M20201027153000_Second");

        var frozen = Freezer.Freeze([Migration("Accounts", "M20201027153000_Second", 'b'), Migration("Accounts", "M20201006_First", 'a')], _project);

        Assert.Multiple(() =>
        {
            Assert.That(frozen.Select(item => item.Id), Is.EqualTo(["20201006_First", "20201027153000_Second"]));
            Assert.That(LedgerOf("Accounts"), Is.EqualTo(
                $"""
                # Frozen migrations: id, hash of the migration before, own hash. 'dotnet build -t:FreezeMigrations' adds lines.
                namespace Accounts
                20201006_First - {Hash('a')}
                20201027153000_Second {Hash('a')} {Hash('b')}

                """.ReplaceLineEndings("\n")));
        });
    }

    [Test]
    public void OnceAndNoLineIsEverChanged()
    {
        MakeFolders("M20201006_First", "M20201027_Second");
        Freezer.Freeze([Migration("Accounts", "M20201006_First", 'a')], _project);
        var before = LedgerOf("");

        // The first has another hash by now: that is for the rules of the build to say.
        var frozen = Freezer.Freeze([Migration("Accounts", "M20201006_First", 'c'), Migration("Accounts", "M20201027_Second", 'b')], _project);

        Assert.Multiple(() =>
        {
            Assert.That(frozen.Select(item => item.Id), Is.EqualTo(["20201027_Second"]));
            Assert.That(LedgerOf(""), Does.StartWith(before).And.EndWith($"\n20201027_Second {Hash('c')} {Hash('b')}\n"));
            Assert.That(Freezer.Freeze([Migration("Accounts", "M20201006_First", 'c'), Migration("Accounts", "M20201027_Second", 'b')], _project), Is.Empty);
        });
    }

    [Test]
    public void AsAFirstOneWhereOlderOnesAreReplaced()
    {
        MakeFolders("M20201006_First", "M20201027_Second", "M20201128_Squashed");
        Freezer.Freeze([Migration("Accounts", "M20201006_First", 'a'), Migration("Accounts", "M20201027_Second", 'b')], _project);
        var before = LedgerOf("");

        var frozen = Freezer.Freeze([Migration("Accounts", "M20201128_Squashed", 'c', "20201006_First,20201027_Second")], _project);

        Assert.Multiple(() =>
        {
            Assert.That(frozen.Select(item => item.Id), Is.EqualTo(["20201128_Squashed"]));
            Assert.That(LedgerOf(""), Is.EqualTo($"{before}20201128_Squashed - {Hash('c')}\n"));
        });
    }

    [Test]
    public void OnceMoreWhereTheLastOneThatIsReplacedGivesItsId()
    {
        MakeFolders("M20201006_First", "M20201027_Second", "M20201103_Third");
        Freezer.Freeze([Migration("Accounts", "M20201006_First", 'a'), Migration("Accounts", "M20201027_Second", 'b')], _project);
        var before = LedgerOf("");
        BuiltMigration[] squashed = [Migration("Accounts", "M20201027_Second", 'c', "20201006_First,20201027_Second"), Migration("Accounts", "M20201103_Third", 'd')];

        var frozen = Freezer.Freeze(squashed, _project);

        Assert.Multiple(() =>
        {
            Assert.That(frozen.Select(item => item.Id), Is.EqualTo(["20201027_Second", "20201103_Third"]));
            Assert.That(LedgerOf(""), Is.EqualTo($"{before}20201027_Second - {Hash('c')}\n20201103_Third {Hash('c')} {Hash('d')}\n"));
            Assert.That(Freezer.Freeze(squashed, _project), Is.Empty);
        });
    }

    [Test]
    public void InOneLedgerForEachModuleOfAProject()
    {
        MakeFolders("Accounts/M20201006_First", "Shop/M20201006_First");

        var frozen = Freezer.Freeze([Migration("Company.Accounts", "M20201006_First", 'a'), Migration("Company.Shop", "M20201006_First", 'b')], _project);

        Assert.Multiple(() =>
        {
            Assert.That(frozen, Has.Count.EqualTo(2));
            Assert.That(LedgerOf("Accounts"), Does.Contain("namespace Company.Accounts\n").And.Contain(Hash('a')));
            Assert.That(LedgerOf("Shop"), Does.Contain("namespace Company.Shop\n").And.Contain(Hash('b')));
        });
    }

    [Test]
    public void NotWhereThereIsNoFolder() => Assert.That(
        () => Freezer.Freeze([Migration("Accounts", "M20201006_First", 'a')], _project),
        Throws.TypeOf<DirectoryNotFoundException>().With.Message.EqualTo(
            $"There is no folder M20201006_First below {_project}. Keep each migration in a folder that is named like its namespace: the ledger lies beside it."));

    [Test]
    public void AsTheManifestOfABuiltAssemblyListsThem()
    {
        using var assembly = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Accounts.dll"));

        var migrations = ManifestInAssembly.Read(assembly);

        Assert.Multiple(() =>
        {
            Assert.That(migrations.Select(migration => migration.Id), Does.Contain("20201027_ManyRoles").And.Contain("20210120_LoginAttempts"));
            Assert.That(migrations.Select(migration => migration.Above), Has.All.EqualTo("Accounts"));
            Assert.That(migrations.Select(migration => migration.Fingerprint), Has.All.Match("^v1:[0-9a-f]{64}$"));
        });
    }

    private static BuiltMigration Migration(string above, string segment, char hash, string replaces = "") => BuiltMigration.Parse($"{above}.{segment}|{above}.{segment}.Class|{Hash(hash)}|||{replaces}");

    private static string Hash(char digit) => "v1:" + new string(digit, 64);

    private void MakeFolders(params string[] folders)
    {
        foreach (var folder in folders)
            Directory.CreateDirectory(Path.Combine([_project, .. folder.Split('/')]));
    }

    private string LedgerOf(string folder) => File.ReadAllText(Path.Combine(_project, folder, "migrations.ledger"));
}
