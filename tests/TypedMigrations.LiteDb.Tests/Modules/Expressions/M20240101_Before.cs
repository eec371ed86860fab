namespace TypedMigrations.LiteDb.Tests.Modules.Expressions.M20240101_Before;

public sealed record Shop(int Id, string Name, string Org, string[] Tags, Line[] Lines);

public sealed record Line(string Sku);

public static class ShopTable
{
    public static readonly Table<Shop> Table = new("shops");
    public static readonly Field<Shop, int> Id = Table.Key(s => s.Id);
    public static readonly Field<Shop, string> Name = Table.Required("name", s => s.Name);
    public static readonly Field<Shop, string> Org = Table.Required("org", s => s.Org);
    public static readonly Field<Shop, string[]> Tags = Table.Required("tags", s => s.Tags);
    public static readonly Field<Shop, Line[]> Lines = Table.Required("lines", s => s.Lines);
    public static readonly Field<Shop, string> Sku = Lines.Each().Required("sku", l => l.Sku);
    public static readonly Index<Shop> ByLowerName = Table.ExpressionIndex("idx_name", "LOWER($.name)");
    public static readonly Index<Shop> ByTag = Table.Index("idx_tags", Tags);
    public static readonly Index<Shop> BySku = Table.Index("idx_sku", Sku);
}

public sealed class Before : Migration;
