namespace TypedMigrations.Benchmarks.Generating;

/// <summary>FluentMigrator's migrations.</summary>
internal sealed class FluentMigratorSources : ProgramSources
{
    public override string Project => "FluentMigrator";

    public override IEnumerable<(string Name, string Text)> Files(int migrations) =>
        Enumerable.Range(0, migrations).Select(row => ($"{StampOf(row)}_Entry{row:D5}.cs", TextOf(row)));

    private static string TextOf(int row) => $$"""
        using FluentMigrator;

        namespace Shop.Migrations;

        [Migration({{StampOf(row)}})]
        public sealed class Entry{{row:D5}} : ForwardOnlyMigration
        {
            public override void Up()
            {{{(row == 0 ? Table : "")}}
                Insert.IntoTable("entries").Row(new { Id = {{row}}, Code = "{{CodeOf(row)}}", Title = "{{TitleOf(row)}}", Amount = {{AmountOf(row)}}L, Active = true });
            }
        }
        """;

    private const string Table = """

                Create.Table("entries")
                    .WithColumn("Id").AsInt32().PrimaryKey()
                    .WithColumn("Code").AsString()
                    .WithColumn("Title").AsString()
                    .WithColumn("Amount").AsInt64()
                    .WithColumn("Active").AsBoolean();
                Create.Index("IX_entries_Code").OnTable("entries").OnColumn("Code").Unique();
        """;
}
