namespace TypedMigrations.StoreContract.Modules.Dependent.M20240103_Visitors;

public sealed record Visit(string Id, string? MemberId);

public static class VisitTable
{
    public static readonly Table<Visit> Table = new("visits");
    public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
    public static readonly Field<Visit, string?> MemberId = Table.Optional("member_id", v => v.MemberId);
}

[DependsOn<Reversible.M20240102_After.After>]
public sealed class Visitors : Migration
{
    public override void Down(Steps down) => down.Drop(VisitTable.MemberId);
}
