namespace TypedMigrations.LiteDb.Tests.Modules.Refused.M20240101_Refused;

public sealed record Item(string Id, string Text);

public sealed record Odd(string Id, string Dotted, string Bracketed, TimeOnly At, Half Number, IShape Shape);

public interface IShape;

public static class DigitTable
{
    public static readonly Table<Item> Table = new("1st");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
    public static readonly Index<Item> TooLong = Table.Index("idx_that_has_more_than_32_letters", Text);
    public static readonly Index<Item> NoWord = Table.Index("idx-text", Text);
}

public static class DashedTable
{
    public static readonly Table<Item> Table = new("a-b");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("", i => i.Text);
}

public static class ReservedTable
{
    public static readonly Table<Item> Table = new("_migrations");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("_id", i => i.Text);
}

public static class OddTable
{
    public static readonly Table<Odd> Table = new("odd");
    public static readonly Field<Odd, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Odd, string> Dotted = Table.Required("a.b", o => o.Dotted);
    public static readonly Field<Odd, string> Bracketed = Table.Required("a[]", o => o.Bracketed);
    public static readonly Field<Odd, TimeOnly> At = Table.Required("at", o => o.At);
    public static readonly Field<Odd, Half> Number = Table.Required("number", o => o.Number);
    public static readonly Field<Odd, IShape> Shape = Table.Required("shape", o => o.Shape);
    public static readonly Index<Odd> Unparsed = Table.ExpressionIndex("idx_unparsed", "LOWER($.x");
    public static readonly Index<Odd> Constant = Table.ExpressionIndex("idx_constant", "1+1");
    public static readonly Index<Odd> Many = Table.UniqueExpressionIndex("idx_many", "$.a[*]");
}

public sealed class Refused : Migration;
