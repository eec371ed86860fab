using System.Text;
using TypedMigrations.Discovering;
using TypedMigrations.Tests.Modules.Failing;
using TypedMigrations.Tests.Modules.Failing.M20201006_SeedFileIsWrong;
using TypedMigrations.Tests.Modules.Shop;
using TypedMigrations.Tests.Modules.Shop.M20201006_First;

namespace TypedMigrations.Tests.Discovering;

public sealed class SeedsAreAsked
{
    private static MigrationDefinition Definition(MigrationModule module, string name) => MigrationCatalog.Discover([module]).TryFind(name)!.Definition;

    [Test]
    public void ForBootstrapDataFromAFile()
    {
        var seeds = Definition(new ShopModule(), "First").Seeds(SeedKind.Bootstrap).Single();

        Assert.That(seeds.Table.Name, Is.EqualTo("orders"));
        Assert.That(seeds.Records, Is.EqualTo([new Order("o1", "Ada", 3), new Order("o2", "Bob", 4)]));
    }

    [Test]
    public void ForTestDataApart() => Assert.That(Definition(new ShopModule(), "First").Seeds(SeedKind.Test).Single().Records.Count(), Is.EqualTo(1000));

    [Test]
    public void ForTestDataOnlyWhereItIsAskedForAndThenLast()
    {
        Assert.That(SeedKinds.Of(testData: false), Is.EqualTo([SeedKind.Bootstrap]));
        Assert.That(SeedKinds.Of(testData: true), Is.EqualTo([SeedKind.Bootstrap, SeedKind.Test]));
    }

    [Test]
    public void ForNothingWhereThereAreNone() => Assert.That(Definition(new ShopModule(), "_Two__Steps").Seeds(SeedKind.Bootstrap), Is.Empty);

    [Test]
    [Behavior(27)]
    [NonParallelizable]
    public void ExactlyOnce()
    {
        var definition = Definition(new ShopModule(), "First");
        var before = BootstrapData.Calls;

        definition.Seeds(SeedKind.Bootstrap);
        definition.Seeds(SeedKind.Bootstrap);

        Assert.That(BootstrapData.Calls - before, Is.EqualTo(1));
    }

    [Test]
    public void AndWhatTheyThrowIsAProblem()
    {
        var definition = Definition(new FailingModule(), "SeedThrows");

        var thrown = Assert.Throws<MigrationException>(() => definition.Seeds(SeedKind.Bootstrap))!;

        Assert.That(thrown.Message, Is.EqualTo(
            """
            TM2108: A seed of migration 20201005_SeedThrows of module Failing threw while it was asked for its records.
              reason  InvalidOperationException: No.
            Let the seed name records that need nothing but the migration's own folder.
            """));
        Assert.That(thrown.InnerException, Is.TypeOf<InvalidOperationException>());
    }

    [Test]
    public void AndTheTableOfAnotherMigrationIsAProblem()
    {
        var definition = Definition(new FailingModule(), "SeedOfAnother");

        Assert.That(Assert.Throws<MigrationException>(() => definition.Seeds(SeedKind.Bootstrap))!.Message, Is.EqualTo(
            """
            TM2105: A seed of migration 20201007_SeedOfAnother of module Failing inserts into accounts of another migration.
            Name the table of the seed's own migration.
            """));
    }

    [TestCase("no-such-file.json", "the assembly does not carry such a file")]
    [TestCase("null.json", "the file holds null")]
    [TestCase("null-record.json", "a record is null")]
    [TestCase("unknown-property.json", "The JSON property 'phone' could not be mapped")]
    [TestCase("missing-property.json", "was missing required properties")]
    [TestCase("no-array.json", "The JSON value could not be converted")]
    [TestCase("twice.json", "the assembly carries Modules/Failing/M20201006_SeedFileIsWrong/twice.json and Modules/Other/M20201006_SeedFileIsWrong/twice.json")]
    public void AndAFileThatCannotBeReadIsAProblem(string fileName, string reason)
    {
        var seeds = new Seeds(typeof(SeedsAreAsked).Assembly, "M20201006_SeedFileIsWrong");

        var message = Assert.Throws<MigrationException>(() => seeds.Json<Account>(fileName))!.Message;

        Assert.That(message, Does.StartWith($"TM2010: Seed file {fileName} of M20201006_SeedFileIsWrong cannot be read.\n  reason  "));
        Assert.That(message, Does.Contain(reason));
        Assert.That(message, Does.EndWith("\nPut a JSON array of objects, one a record and with the record's property names, into the migration's folder."));
    }

    /// <summary>A file may be larger than the memory: its records come while it is read.</summary>
    [Test]
    public void AndALongFileIsReadAsFarAsItsRecordsAreTaken()
    {
        var records = string.Join(',', Enumerable.Range(0, 100_000).Select(id => $$"""{"id":"{{id}}"}"""));
        var read = SeedFile.Parse<Loose>(() => new MemoryStream(Encoding.UTF8.GetBytes($$"""[{{records}},{"nobody":1}]""")), "M20201006_Long", "values.json");

        Assert.That(read.Take(50_000).Last().Id, Is.EqualTo("49999"));
        Assert.That(read.First().Id, Is.EqualTo("0"), "each time anew");
        Assert.That(Assert.Throws<MigrationException>(() => _ = read.Count())!.Message, Does.StartWith("TM2010: Seed file values.json of M20201006_Long cannot be read."));
    }

    private sealed record Loose(string Id, object? Value = null);

    [Test]
    public void AndAnUntypedValueIsReadAsItsJsonSays()
    {
        var seeds = new Seeds(typeof(SeedsAreAsked).Assembly, "M20201006_Untyped");

        Assert.That(seeds.Json<Loose>("values.json").Select(loose => loose.Value), Is.EqualTo(new object?[]
        {
            "text", 1, 5_000_000_000L, 1.5, true, null, new List<object?> { 1, "two" }, new Dictionary<string, object?> { ["a"] = 1 },
        }));
    }
}
