using System.Text.Json;
using TypedMigrations.Discovering;

namespace Disco.Tests;

public sealed class SeedsAreReadTwice
{
    [Test]
    public void GiveTheSameDocumentsInTheSameOrder([Values] SeedKind kind)
    {
        var first = ReadAll(kind);

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.Not.Empty);
            Assert.That(ReadAll(kind), Is.EqualTo(first));
        });
    }

    private static List<string> ReadAll(SeedKind kind) =>
    [
        .. DiscoHistory.Migrations
            .SelectMany(migration => migration.Definition.Seeds(kind))
            .SelectMany(seed => seed.Records.Select(record => $"{seed.Table.Name} {JsonSerializer.Serialize(record, record.GetType())}")),
    ];
}
