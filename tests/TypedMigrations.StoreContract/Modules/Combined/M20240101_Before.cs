namespace TypedMigrations.StoreContract.Modules.Combined.M20240101_Before;

public sealed record Log(int Id, string Level);

public sealed record Paper(string Id, string State);

public sealed record User(string Id, string Mail);

public sealed record Post(string Id, Meta? Meta);

public sealed record Meta(string? UserId);

public sealed record Event(string Id, string Name);

public static class LogTable
{
    public static readonly Table<Log> Table = new("logs");
    public static readonly Field<Log, int> Id = Table.Key(l => l.Id);
    public static readonly Field<Log, string> Level = Table.Required("level", l => l.Level);
}

public static class DraftTable
{
    public static readonly Table<Paper> Table = new("drafts");
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
    public static readonly Table<User> Table = new("users");
    public static readonly Field<User, string> Id = Table.Key(u => u.Id);
    public static readonly Field<User, string> Mail = Table.Required("mail", u => u.Mail);
}

public static class PostTable
{
    public static readonly Table<Post> Table = new("posts");
    public static readonly Field<Post, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Post, Meta?> Meta = Table.Optional("meta", p => p.Meta);
    public static readonly Field<Post, string?> UserId = Meta.Optional("user_id", m => m.UserId);
    public static readonly Reference ToUser = UserId.References(UserTable.Id);
}

public static class EventTable
{
    public static readonly Table<Event> Table = new("events");
    public static readonly Field<Event, string> Id = Table.Key(e => e.Id);
    public static readonly Field<Event, string> Name = Table.Required("name", e => e.Name);
}

public sealed class Before : Migration;
