namespace TypedMigrations.StoreContract.Modules.Reversible.M20240104_NoWayBack;

public sealed record Member(string Id, string FullName, string? Size, string? Note, Home? Address, Phone[]? Phones, int Rating);

public sealed record Home(string? Place);

public sealed record Phone(string? Number);

public sealed record Setting(string Id, string Value);

public sealed record Tag(string Id, string Text);

public static class MemberTable
{
    public static readonly Table<Member> Table = new("members");
    public static readonly Field<Member, string> Id = Table.Key(m => m.Id);
    public static readonly Field<Member, string> FullName = Table.Required("full_name", m => m.FullName);
    public static readonly Field<Member, string?> Size = Table.Optional("size", m => m.Size);
    public static readonly Field<Member, string?> Note = Table.Optional("note", m => m.Note);
    public static readonly Field<Member, Home?> Address = Table.Optional("address", m => m.Address);
    public static readonly Field<Member, string?> Place = Address.Optional("place", h => h.Place);
    public static readonly Field<Member, Phone[]?> Phones = Table.Optional("phones", m => m.Phones);
    public static readonly Field<Member, string?> Number = Phones.Each().Optional("number", p => p.Number);
    public static readonly Field<Member, int> Rating = Table.Required("rating", m => m.Rating);
    public static readonly Index<Member> ByRating = Table.Index("idx_members_rating", Rating);
    public static readonly Index<Member> ByFullName = Table.UniqueIndex("idx_members_full_name", FullName);
}

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, string> Value = Table.Required("value", s => s.Value);
}

public static class TagTable
{
    public static readonly Table<Tag> Table = new("tags");
    public static readonly Field<Tag, string> Id = Table.Key(t => t.Id);
    public static readonly Field<Tag, string> Text = Table.Required("text", t => t.Text);
}

public sealed class NoWayBack : Migration;
