using Old = TypedMigrations.StoreContract.Modules.Combined.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Combined.M20240102_After;

public sealed record Log(int Id, string Level);

public sealed record Paper(string Id, string State);

public sealed record User(string Id, string Mail);

public sealed record Post(string Id, Meta? Meta);

public sealed record Meta(string? UserId);

public sealed record Event(string Id, string Name);

public static class ErrorTable
{
    public static readonly Table<Log> Table = new("errors");
    public static readonly Field<Log, int> Id = Table.Key(l => l.Id);
    public static readonly Field<Log, string> Level = Table.Required("level", l => l.Level);
}

public static class DoneTable
{
    public static readonly Table<Paper> Table = new("done");
    public static readonly Field<Paper, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Paper, string> State = Table.Required("state", p => p.State);
}

public static class PaperTable
{
    public static readonly Table<Paper> Table = new("papers");
    public static readonly Field<Paper, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Paper, string> State = Table.Required("state", p => p.State);
}

public static class UserTable
{
    public static readonly Table<User> Table = new("Users");
    public static readonly Field<User, string> Id = Table.Key(u => u.Id);
    public static readonly Field<User, string> Mail = Table.Required("mail", u => u.Mail);
}

public static class PostTable
{
    public static readonly Table<Post> Table = new("posts");
    public static readonly Field<Post, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Post, Meta?> Head = Table.Optional("head", p => p.Meta);
    public static readonly Field<Post, string?> UserId = Head.Optional("user_id", m => m.UserId);
    public static readonly Reference ToUser = UserId.References(UserTable.Id);
}

public static class HappeningTable
{
    public static readonly Table<Event> Table = new("happenings");
    public static readonly Field<Event, string> Id = Table.Key(e => e.Id);
    public static readonly Field<Event, string> Name = Table.Required("name", e => e.Name);
}

public static class ArchiveTable
{
    public static readonly Table<Event> Table = new("archive");
    public static readonly Field<Event, string> Id = Table.Key(e => e.Id);
    public static readonly Field<Event, string> Name = Table.Required("name", e => e.Name);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Partition(Old.LogTable.Table, ErrorTable.Table, (log, before) => before.Find(Old.PaperTable.Id, log.Level) is not null),
        () => up.Drop(Old.LogTable.Table),
        () => up.Partition(Old.DraftTable.Table, DoneTable.Table, draft => draft.State == "done"),
        () => up.Merge(Old.DraftTable.Table, PaperTable.Table),
        () => up.RemoveDuplicates(Old.UserTable.Mail, (first, _) => first),
        () => up.Rekey(Old.UserTable.Id, UserTable.Id, (user, before) => before.Find(Old.UserTable.Id, user.Id)!.Mail).KeepDangling(),
        () => up.Rename(Old.UserTable.Table, UserTable.Table),
        () => up.Rename(Old.PostTable.Meta, PostTable.Head),
        () => up.RenameType(Old.PostTable.Table, "Old", "New"),
        () => up.Rename(Old.EventTable.Table, HappeningTable.Table),
        () => up.Copy(Old.EventTable.Table, ArchiveTable.Table));
}
