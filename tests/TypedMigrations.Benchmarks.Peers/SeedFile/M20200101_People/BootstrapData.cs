namespace TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(PersonTable.Table, seeds.Json<Person>("people.json"));
}
