using Old = TypedMigrations.StoreContract.Modules.Combined.M20240102_After;

namespace TypedMigrations.StoreContract.Modules.Combined.M20240103_Again;

public sealed record Paper(string Id, string State);

public sealed record Event(string Id, string Name);

public static class PaperTable
{
    public static readonly Table<Paper> Table = new("papers");
    public static readonly Field<Paper, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Paper, string> State = Table.Required("state", p => p.State);
}

public static class HappeningTable
{
    public static readonly Table<Event> Table = new("happenings");
    public static readonly Field<Event, string> Id = Table.Key(e => e.Id);
    public static readonly Field<Event, string> Name = Table.Required("name", e => e.Name);
}

public sealed class Again : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Merge(Old.ArchiveTable.Table, HappeningTable.Id, happening => "old " + happening.Id),
        () => up.Merge(Old.DoneTable.Table, PaperTable.Table),
        () => up.Drop(Old.ErrorTable.Table),
        () => up.Drop(Old.UserTable.Table),
        () => up.Drop(Old.PostTable.Table));
}
