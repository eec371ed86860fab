namespace TypedMigrations.Benchmarks.Generating;

/// <summary>Our migrations as the rule of the house is: each in a namespace of its own, with its constants and records copied whole.</summary>
internal sealed class TypedMigrationsSources : ProgramSources
{
    public override string Project => "TypedMigrations";

    public override IEnumerable<(string Name, string Text)> Files(int migrations) =>
        Enumerable.Range(0, migrations).Select(row => ($"{NamespaceOf(row)}.cs", TextOf(row)));

    private static string NamespaceOf(int row) => $"M{StampOf(row)}_Entry{row:D5}";

    private static string TextOf(int row) => $$"""
        using TypedMigrations;
        {{(row == 0 ? "" : $"using Old = Shop.{NamespaceOf(row - 1)};")}}
        namespace Shop.{{NamespaceOf(row)}};

        public static class EntryTable
        {
            public static readonly Table<Entry> Table = new("entries");
            public static readonly Field<Entry, int> Id = Table.Key(e => e.Id);
            public static readonly Field<Entry, string> Code = Table.Required("Code", e => e.Code);
            public static readonly Field<Entry, string> Title = Table.Required("Title", e => e.Title);
            public static readonly Field<Entry, long> Amount = Table.Required("Amount", e => e.Amount);
            public static readonly Field<Entry, bool> Active = Table.Required("Active", e => e.Active);
            public static readonly Index<Entry> ByCode = Table.UniqueIndex("idx_entries_code", Code);
        }

        public sealed record Entry(int Id, string Code, string Title, long Amount, bool Active);

        public sealed class Entry{{row:D5}} : Migration;

        public sealed class BootstrapData : BootstrapSeed
        {
            public override void Insert(Seeds seeds) =>
                seeds.Insert(EntryTable.Table, [new Entry({{row}}, "{{CodeOf(row)}}", "{{TitleOf(row)}}", {{AmountOf(row)}}, true)]);
        }
        """;
}
