using System.Globalization;
using TypedMigrations;
using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace Disco.Tests;

/// <summary>LiteDB's default collation takes letters that differ by case as equal, in keys and unique indexes.</summary>
public sealed class SeedsAreInserted
{
    private static readonly StringComparer DefaultCollation = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase);

    private static IEnumerable<string> Migrations => DiscoHistory.Migrations.Select(migration => migration.Id.Name);

    [TestCaseSource(nameof(Migrations))]
    public void NoKeyIsTakenTwice(string migration)
    {
        foreach (var (table, records) in Inserted(migration))
            Assert.That(Repeated(table, table.Key.Path, records), Is.Empty, $"keys of {table}");
    }

    [TestCaseSource(nameof(Migrations))]
    public void TheUniqueIndexesOfTheirMigrationHold(string migration)
    {
        foreach (var (table, records) in Inserted(migration))
        {
            foreach (var index in table.Indexes.Where(index => index.Kind != IndexKind.Plain))
                Assert.That(Repeated(table, index.On, records), Is.Empty, index.ToString());
        }
    }

    [TestCaseSource(nameof(Migrations))]
    public void RequiredFieldsAreThere(string migration)
    {
        foreach (var (table, records) in Inserted(migration))
        {
            foreach (var field in table.AllFields.Where(field => field.IsRequired))
                Assert.That(records.Where(record => DiscoHistory.ValueOf(table, record, field.Path) is null), Is.Empty, $"{table}.{field}");
        }
    }

    /// <summary>A test database gets the bootstrap data and the test data of a migration.</summary>
    private static List<(TableSchema Table, List<object> Records)> Inserted(string migration)
    {
        var definition = DiscoHistory.Migration(migration);
        return [.. definition.Seeds(SeedKind.Bootstrap).Concat(definition.Seeds(SeedKind.Test))
            .GroupBy(seed => seed.Table)
            .Select(seeds => (seeds.Key, seeds.SelectMany(seed => seed.Records).ToList()))];
    }

    private static List<string> Repeated(TableSchema table, string path, List<object> records) =>
        [.. records.Select(record => DiscoHistory.ValueOf(table, record, path)).OfType<string>().Where(value => value.Length > 0)
            .GroupBy(value => value, DefaultCollation).Where(group => group.Count() > 1).Select(group => group.Key)];
}
