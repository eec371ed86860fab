namespace TypedMigrations.Benchmarks.Generating;

/// <summary>EF Core's migrations: as its tool writes them, with a model for each, or in their leanest form, where the insertions name their columns' types, so that none needs a model of its own.</summary>
internal sealed class EfCoreSources(bool withModels) : ProgramSources
{
    public override string Project => "EfCore";

    public override string Folder => withModels ? "EfCoreModels" : Project;

    public override IEnumerable<(string Name, string Text)> Files(int migrations) =>
        Enumerable.Range(0, migrations).Select(row => ($"{StampOf(row)}_Entry{row:D5}.cs", TextOf(row)));

    private string TextOf(int row) => $$"""
        using Microsoft.EntityFrameworkCore;
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
                    ["Id", "Code", "Title", "Amount", "Active"],{{(withModels ? "" : Types)}}
                    [{{row}}, "{{CodeOf(row)}}", "{{TitleOf(row)}}", {{AmountOf(row)}}L, true]);
            }{{(withModels ? Model : "")}}
        }
        """;

    private const string Types = """

                    ["INTEGER", "TEXT", "TEXT", "INTEGER", "INTEGER"],
        """;

    private const string Model = """


            protected override void BuildTargetModel(ModelBuilder modelBuilder)
            {
                modelBuilder.HasAnnotation("ProductVersion", "10.0.15");
                modelBuilder.Entity("Shop.Entry", entry =>
                {
                    entry.Property<int>("Id").HasColumnType("INTEGER");
                    entry.Property<bool>("Active").HasColumnType("INTEGER");
                    entry.Property<long>("Amount").HasColumnType("INTEGER");
                    entry.Property<string>("Code").IsRequired().HasColumnType("TEXT");
                    entry.Property<string>("Title").IsRequired().HasColumnType("TEXT");
                    entry.HasKey("Id");
                    entry.HasIndex("Code").IsUnique();
                    entry.ToTable("entries");
                });
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
