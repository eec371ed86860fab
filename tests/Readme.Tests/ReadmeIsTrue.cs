using System.Globalization;
using System.Text.RegularExpressions;
using LiteDB;
using NUnit.Framework;
using Shop;
using TypedMigrations;

namespace Readme.Tests;

public sealed partial class ReadmeIsTrue
{
    private string _folder = "";

    private string ConnectionString => $"Filename={Path.Combine(_folder, "shop.db")}";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("readme-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(CodeBlocks))]
    public void ItsCodeIsCompiled(string block) =>
        Assert.That(ReadmeFile.Sources().Select(ReadmeFile.Lines), Has.Some.Contains(ReadmeFile.Lines(block)));

    [Test]
    public async Task ItsConsoleOutputIsWhatARunPrints()
    {
        await using (var first = await LiteDbMigrations.RunAsync(ConnectionString, [new ShopModule()], new MigrationOptions { StepLimit = 1 }))
            first.Database.GetCollection("customers").Insert(Enumerable.Range(1, 1203).Select(Customer));

        await using var second = await LiteDbMigrations.RunAsync(ConnectionString, [new ShopModule()]);

        Assert.That(Steady($"{second.Report.Plan}\n{second.Report}"), Is.EqualTo(Steady(ReadmeFile.Blocks("text")[0])));
    }

    private static IEnumerable<TestCaseData> CodeBlocks() =>
        ReadmeFile.Blocks("csharp").Select((block, i) => new TestCaseData(block).SetArgDisplayNames(string.Create(CultureInfo.InvariantCulture, $"block {i + 1}")));

    private static BsonDocument Customer(int number) => new() { ["_id"] = $"c{number}", ["name"] = $"Customer {number}", ["email"] = $"c{number}@shop.example", ["fax"] = "none" };

    /// <summary>Times and the folder differ from run to run.</summary>
    private static string Steady(string output) => Backup().Replace(Seconds().Replace(output, "0.00 s"), "Backup: shop.db.backups/now.db");

    [GeneratedRegex(@"\d+\.\d\d s")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"Backup: .*")]
    private static partial Regex Backup();
}
