namespace TypedMigrations.StoreContract.Modules.Fragile.M20240102_Notes;

public sealed record Person(string Id, string? Number, string? OldName, string Email, string? Code, string? Tag, string? Note);

public sealed record Role(string Id, string PersonId);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string?> Number = Table.Optional("number", p => p.Number);
    public static readonly Field<Person, string?> OldName = Table.Optional("old_name", p => p.OldName);
    public static readonly Field<Person, string> Email = Table.Required("email", p => p.Email);
    public static readonly Field<Person, string?> Code = Table.Optional("code", p => p.Code);
    public static readonly Field<Person, string?> Tag = Table.Optional("tag", p => p.Tag);
    public static readonly Field<Person, string?> Note = Table.Optional("note", p => p.Note);
}

public static class RoleTable
{
    public static readonly Table<Role> Table = new("roles");
    public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Role, string> PersonId = Table.Required("person_id", r => r.PersonId);
}

public sealed class Notes : Migration;
