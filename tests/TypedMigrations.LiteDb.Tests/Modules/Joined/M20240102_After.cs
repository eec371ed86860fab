using Old = TypedMigrations.LiteDb.Tests.Modules.Joined.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Joined.M20240102_After;

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Merge(Old.RoleTable.Table, AnswerTable.Table);
        up.Partition(Old.NeedTable.Table, AnswerTable.Table, (need, before) => before.Find(Old.RoleTable.Id, need.Id) is null);
        up.Merge(Old.NeedTable.Table, AnswerTable.Id, need => "need:" + need.Id);
    }
}

public static class AnswerTable
{
    public static readonly Table<Answer> Table = new("answers");
    public static readonly Field<Answer, string> Id = Table.Key(a => a.Id);
}

public sealed record Answer(string Id);

public static class ValueTable
{
    public static readonly Table<Value> Table = new("values");
    public static readonly Field<Value, string> Id = Table.Key(v => v.Id);
    public static readonly Field<Value, string> NeedId = Table.Required("need_id", v => v.NeedId);
    public static readonly Reference ToAnswer = NeedId.References(AnswerTable.Id);
}

public sealed record Value(string Id, string NeedId);
