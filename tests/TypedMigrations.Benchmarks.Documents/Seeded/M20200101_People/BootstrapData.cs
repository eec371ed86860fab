using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;

public sealed class BootstrapData : BootstrapSeed
{
    /// <summary>How many records: the program's argument.</summary>
    public static int Count { get; set; }

    public override void Insert(Seeds seeds) => seeds.Insert(PersonTable.Table, Records(Count));

    public static IEnumerable<Person> Records(int count)
    {
        for (var id = 1; id <= count; id++)
        {
            yield return new Person(id, $"Name of person {id}", $"user{id}@example.org", $"City {id % 1000}", "12345", DateTime.UnixEpoch.AddMinutes(id), id % 1_000_000 / 100m, id % 3 == 0, new string('n', 110),
                new Address($"Street {id}", "12345", "DE"), ["first", "second", "third"]);
        }
    }
}
