namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verb new, in a module that has migrations.</summary>
public sealed class NewMigrationIsScaffolded : ScaffoldingTest
{
    [SetUp]
    public void WriteModule() => WriteShop();

    [Test]
    public async Task CopiesConstantsAndRecordsOfTheNewest()
    {
        var outcome = await Call("new", "PhoneNumbers");

        var folder = FolderOf("PhoneNumbers");
        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done), outcome.Error);
        Assert.That(Read($"{folder}/Constants.cs"), Is.EqualTo(ShopConstants.Replace("M20201006_First", folder)));
        Assert.That(Read($"{folder}/Models.cs"), Is.EqualTo(ShopModels.Replace("M20201006_First", folder)));
    }

    [Test]
    public async Task FollowsItAndHasNoStepYet()
    {
        await Call("new", "PhoneNumbers");

        Assert.That(Read($"{FolderOf("PhoneNumbers")}/Migration.cs"), Is.EqualTo($$"""
            using TypedMigrations;
            using Old = Shop.M20201006_First;

            namespace Shop.{{FolderOf("PhoneNumbers")}};

            public sealed class PhoneNumbers : Migration
            {
                public override void Up(Steps up)
                {
                    // What the constants say needs no step: new tables, new optional fields, indexes. The rest is said here,
                    // with up.Rename, up.Convert, up.Fill, up.Drop and others. The build names what is missing.
                }
            }

            """));
    }

    [Test]
    public async Task IsStampedWithTheTimeInUtc()
    {
        var before = DateTime.UtcNow;
        await Call("new", "PhoneNumbers");

        var stamp = MigrationId.TryParse(FolderOf("PhoneNumbers")[1..], "Shop")!.Stamp;
        Assert.That(stamp, Is.InRange(before.AddSeconds(-1), DateTime.UtcNow));
    }

    [Test]
    public async Task IsLaterThanTheNewestWhateverTheClockSays()
    {
        WriteCopy("M20990101_Future", "M20201006_First");

        await Call("new", "PhoneNumbers");

        Assert.That(FolderOf("PhoneNumbers"), Is.EqualTo("M20990101000001_PhoneNumbers"));
        Assert.That(Read("M20990101000001_PhoneNumbers/Migration.cs"), Does.Contain("using Old = Shop.M20990101_Future;"));
    }

    [Test]
    public async Task LeavesSeedsAndWhatOnlyTheyNeedBehind()
    {
        Write("M20201006_First/BootstrapData.cs", "using TypedMigrations;\n\nnamespace Shop.M20201006_First;\n\npublic sealed class BootstrapData : BootstrapSeed { public override void Insert(Seeds seeds) => seeds.Insert(CustomerTable.Table, Made.All); }\n");
        Write("M20201006_First/Made.cs", "namespace Shop.M20201006_First;\n\ninternal static class Made { public static Customer[] All => []; }\n");
        Write("M20201006_First/bootstrap-data.json", "[]");

        await Call("new", "PhoneNumbers");

        Assert.That(Directory.EnumerateFiles(Path.Combine(Folder, FolderOf("PhoneNumbers"))).Select(Path.GetFileName), Is.EquivalentTo(["Constants.cs", "Models.cs", "Migration.cs"]));
    }

    [Test]
    public async Task HasTheSnapshotsThatItsTestsCompareWith()
    {
        Write("M20201006_First/Schema.verified.txt", "table customers\n  key string\n  field name string", hasMark: true);
        Write("M20201006_First/Plan.verified.txt", "create table customers  (from the constants)", hasMark: true);

        await Call("new", "PhoneNumbers");

        var folder = Path.Combine(Folder, FolderOf("PhoneNumbers"));
        Assert.That(File.ReadAllBytes(Path.Combine(folder, "Schema.verified.txt")), Is.EqualTo(File.ReadAllBytes(Path.Combine(Folder, "M20201006_First", "Schema.verified.txt"))));
        Assert.That(File.ReadAllBytes(Path.Combine(folder, "Plan.verified.txt")), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }.Concat("nothing to do"u8.ToArray())));
    }

    [Test]
    public async Task AddsTheTablesThatAreNamed()
    {
        Write("M20201006_First/Schema.verified.txt", "table customers\n  key string\n  field name string", hasMark: true);
        Write("M20201006_First/Plan.verified.txt", "create table customers  (from the constants)", hasMark: true);
        Write("Latest/Schema.verified.txt", "table customers\n  key string\n  field name string", hasMark: true);

        await Call("new", "Orders", "--table", "order_lines", "--table", "boxes");

        var folder = FolderOf("Orders");
        Assert.That(Read($"{folder}/Constants.cs"), Does.EndWith("""
            public static class BoxTable
            {
                public static readonly Table<Box> Table = new("boxes");
                public static readonly Field<Box, string> Id = Table.Key(b => b.Id);
                public static readonly Field<Box, string> Name = Table.Required("name", b => b.Name);
            }

            """));
        Assert.That(Read($"{folder}/Models.cs"), Does.EndWith("public sealed record OrderLine(string Id, string Name);\n\npublic sealed record Box(string Id, string Name);\n"));
        Assert.That(Read($"{folder}/Plan.verified.txt"), Is.EqualTo("create table boxes  (from the constants)\ncreate table order_lines  (from the constants)"));
        Assert.That(Read("Latest/Schema.verified.txt"), Is.EqualTo("table boxes\n  key string\n  field name string\n\ntable customers\n  key string\n  field name string\n\ntable order_lines\n  key string\n  field name string"));
    }

    [Test]
    public async Task TellsWhatWasMadeInJson()
    {
        var outcome = await Call("new", "PhoneNumbers", "--json");

        var folder = FolderOf("PhoneNumbers");
        Assert.That(outcome.Result.GetProperty("id").GetString(), Is.EqualTo(folder[1..]));
        Assert.That(outcome.Result.GetProperty("module").GetString(), Is.EqualTo("Shop"));
        Assert.That(outcome.Result.GetProperty("follows").GetString(), Is.EqualTo("20201006_First"));
        Assert.That(outcome.Result.GetProperty("files").EnumerateArray().Select(file => file.GetString()), Has.Member(Path.Combine(Folder, folder, "Constants.cs")).And.All.Exist);
    }
}
