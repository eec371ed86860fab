namespace TypedMigrations.StoreContract.Modules.Fragile.M20240104_Last;

public sealed record Person(string Id, long? Number, string? NewName, string Email, int Code, string Tag, string? Note);

public sealed record Role(string Id, string PersonId);

public sealed record Log(string Id);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, long?> Number = Table.Optional("number", p => p.Number);
    public static readonly Field<Person, string?> NewName = Table.Optional("new_name", p => p.NewName);
    public static readonly Field<Person, string> Email = Table.Required("email", p => p.Email);
    public static readonly Field<Person, int> Code = Table.Required("code", p => p.Code);
    public static readonly Field<Person, string> Tag = Table.Required("tag", p => p.Tag);
    public static readonly Field<Person, string?> Note = Table.Optional("note", p => p.Note);
    public static readonly Index<Person> ByEmail = Table.UniqueIndex("idx_people_email", Email);
}

public static class RoleTable
{
    public static readonly Table<Role> Table = new("roles");
    public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Role, string> PersonId = Table.Required("person_id", r => r.PersonId);
}

public static class LogTable
{
    public static readonly Table<Log> Table = new("logs");
    public static readonly Field<Log, string> Id = Table.Key(l => l.Id);
}

public sealed class Last : Migration;
