namespace TypedMigrations.Benchmarks.Generating;

/// <summary>EF Core's migrations in their leanest form: the insertions name their columns' types, so that none needs a model of its own.</summary>
internal sealed class EfCoreSources : ProgramSources
{
    public override string Project => "EfCore";

    public override IEnumerable<(string Name, string Text)> Files(int migrations) =>
        Enumerable.Range(0, migrations).Select(row => ($"{StampOf(row)}_Entry{row:D5}.cs", TextOf(row)));

    private static string TextOf(int row) => $$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;

        namespace Shop.Migrations;

        [DbContext(typeof(ShopContext))]
        [Migration("{{StampOf(row)}}_Entry{{row:D5}}")]
        public sealed class Entry{{row:D5}} : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {{{(row == 0 ? Table : "")}}
                migrationBuilder.InsertData(
                    "entries",
                    ["Id", "Code", "Title", "Amount", "Active"],
                    ["INTEGER", "TEXT", "TEXT", "INTEGER", "INTEGER"],
                    [{{row}}, "{{CodeOf(row)}}", "{{TitleOf(row)}}", {{AmountOf(row)}}L, true]);
            }
        }
        """;

    private const string Table = """

                migrationBuilder.CreateTable(
                    "entries",
                    table => new
                    {
                        Id = table.Column<int>(),
                        Code = table.Column<string>(),
                        Title = table.Column<string>(),
                        Amount = table.Column<long>(),
                        Active = table.Column<bool>(),
                    },
                    constraints: table => table.PrimaryKey("PK_entries", entry => entry.Id));
                migrationBuilder.CreateIndex("IX_entries_Code", "entries", "Code", unique: true);
        """;
}
