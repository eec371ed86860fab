namespace TypedMigrations.LiteDb.Tests.Modules.Joined.M20240101_Before;

public sealed class Before : Migration;

public static class RoleTable
{
    public static readonly Table<Role> Table = new("roles");
    public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
}

public sealed record Role(string Id);

public static class NeedTable
{
    public static readonly Table<Need> Table = new("needs");
    public static readonly Field<Need, string> Id = Table.Key(n => n.Id);
}

public sealed record Need(string Id);

public static class ValueTable
{
    public static readonly Table<Value> Table = new("values");
    public static readonly Field<Value, string> Id = Table.Key(v => v.Id);
    public static readonly Field<Value, string> NeedId = Table.Required("need_id", v => v.NeedId);
    public static readonly Reference ToNeed = NeedId.References(NeedTable.Id);
}

public sealed record Value(string Id, string NeedId);
