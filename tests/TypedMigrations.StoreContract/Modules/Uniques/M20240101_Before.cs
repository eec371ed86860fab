namespace TypedMigrations.StoreContract.Modules.Uniques.M20240101_Before;

public sealed record Org(string Id, string? Name);

public static class OrgTable
{
    public static readonly Table<Org> Table = new("orgs");
    public static readonly Field<Org, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Org, string?> Name = Table.Optional("name", o => o.Name);
}

public sealed class Before : Migration;
