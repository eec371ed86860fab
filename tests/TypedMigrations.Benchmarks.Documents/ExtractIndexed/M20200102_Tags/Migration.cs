using TypedMigrations;
using Old = TypedMigrations.Benchmarks.Documents.ExtractIndexed.M20200101_People;

namespace TypedMigrations.Benchmarks.Documents.ExtractIndexed.M20200102_Tags;

public sealed class Tags : Migration
{
    public override void Up(Steps up)
    {
        up.Extract(Old.PersonTable.Tags, TagTable.Table, (person, tag, place) => new Tag((person.Id * 10L) + place, person.Id, tag));
    }
}
