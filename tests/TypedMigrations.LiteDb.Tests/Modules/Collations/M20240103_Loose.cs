using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Modules.Collations.M20240103_Loose;

public sealed record Word(string Id, string Text);

public static class WordTable
{
    public static readonly Table<Word> Table = new("words");
    public static readonly Field<Word, string> Id = Table.Key(w => w.Id);
    public static readonly Field<Word, string> Text = Table.Required("text", w => w.Text);
    public static readonly Index<Word> ByText = Table.UniqueIndex("idx_text", Text);
}

public sealed class Loose : Migration
{
    public override void Up(Steps up) => up.Collate(new Collation("de-DE/IgnoreCase"));
}
