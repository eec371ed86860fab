namespace TypedMigrations.LiteDb.Tests.Modules.Collations.M20240101_Before;

public sealed record Word(string Id, string Text);

public static class WordTable
{
    public static readonly Table<Word> Table = new("words");
    public static readonly Field<Word, string> Id = Table.Key(w => w.Id);
    public static readonly Field<Word, string> Text = Table.Required("text", w => w.Text);
    public static readonly Index<Word> ByText = Table.Index("idx_text", Text);
}

public sealed class Before : Migration;
