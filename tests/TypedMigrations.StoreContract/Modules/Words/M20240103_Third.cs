namespace TypedMigrations.StoreContract.Modules.Words.M20240103_Third;

public sealed record Word(string Id, string Text);

public static class WordTable
{
    public static readonly Table<Word> Table = new("words");
    public static readonly Field<Word, string> Id = Table.Key(w => w.Id);
    public static readonly Field<Word, string> Text = Table.Required("text", w => w.Text);
    public static readonly Index<Word> ByText = Table.UniqueIndex("idx_words_text", Text);
}

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(WordTable.Table, [new Word("four", "quatre")]);
}

public sealed class Third : Migration;
