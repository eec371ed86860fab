namespace TypedMigrations.StoreContract.Modules.Uniques.M20240102_After;

public sealed record Org(string Id, string? Name);

public static class OrgTable
{
    public static readonly Table<Org> Table = new("orgs");
    public static readonly Field<Org, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Org, string?> Name = Table.Optional("name", o => o.Name);
    public static readonly Index<Org> ByName = Table.UniqueIndexWherePresent("idx_orgs_name", Name);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.MakeUnique(OrgTable.Name, (name, n) => $"{name} ({n})");
}
