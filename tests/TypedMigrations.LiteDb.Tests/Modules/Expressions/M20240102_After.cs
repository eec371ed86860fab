using Old = TypedMigrations.LiteDb.Tests.Modules.Expressions.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Expressions.M20240102_After;

public sealed record Shop(int Id, string Name, string Org, string[] Labels, Line[] Lines);

public sealed record Line(string Sku);

public static class ShopTable
{
    public static readonly Table<Shop> Table = new("shops");
    public static readonly Field<Shop, int> Id = Table.Key(s => s.Id);
    public static readonly Field<Shop, string> Name = Table.Required("name", s => s.Name);
    public static readonly Field<Shop, string> Org = Table.Required("org", s => s.Org);
    public static readonly Field<Shop, string[]> Labels = Table.Required("labels", s => s.Labels);
    public static readonly Field<Shop, Line[]> Lines = Table.Required("lines", s => s.Lines);
    public static readonly Field<Shop, string> Sku = Lines.Each().Required("sku", l => l.Sku);
    public static readonly Index<Shop> ByUpperName = Table.UniqueExpressionIndex("idx_name", "UPPER($.name)");
    public static readonly Index<Shop> ByTag = Table.Index("idx_tags", Labels);
    public static readonly Index<Shop> BySku = Table.Index("idx_sku", Sku);
    public static readonly Index<Shop> ByOrgAndName = Table.UniqueCompoundIndex("idx_org_name", Org, Name);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.Rename(Old.ShopTable.Tags, ShopTable.Labels);
}
