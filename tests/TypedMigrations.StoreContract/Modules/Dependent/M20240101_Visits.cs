namespace TypedMigrations.StoreContract.Modules.Dependent.M20240101_Visits;

public sealed record Visit(string Id);

public static class VisitTable
{
    public static readonly Table<Visit> Table = new("visits");
    public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
}

public sealed class Visits : Migration
{
    public override void Down(Steps down) => down.Drop(VisitTable.Table);
}
