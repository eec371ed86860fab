using Old = TypedMigrations.StoreContract.Modules.Fragile.M20240102_Notes;

namespace TypedMigrations.StoreContract.Modules.Fragile.M20240103_Numbers;

public sealed record Person(string Id, long? Number, string? NewName, string Email, int Code, string Tag, string? Note);

public sealed record Role(string Id, string PersonId);

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

public sealed class Numbers : Migration
{
    public override void Up(Steps up)
    {
        up.Convert(Old.PersonTable.Number, PersonTable.Number, text => text == "bad" ? throw new InvalidOperationException("no number") : text?.Length);
        up.Rename(Old.PersonTable.OldName, PersonTable.NewName);
        up.Convert(Old.PersonTable.Code, PersonTable.Code, code => code?.Length ?? 0);
        up.Fill(PersonTable.Code, Old.PersonTable.Table, (person, _) => person.Id == "unfillable" ? throw new ArgumentException("no code") : 1);
        up.Fill(PersonTable.Tag, Old.PersonTable.Table, (person, _) => person.Id == "tagless" ? null! : "t");
        up.Insert(Old.PersonTable.Table, RoleTable.Table, (person, _) =>
            person.Id == "underivable" ? throw new ArgumentException("no role") : person.Id == "roleless" ? null : new Role("role of " + person.Id, person.Id));
    }
}
