using System.Globalization;
using Old = TypedMigrations.StoreContract.Modules.Reversible.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Reversible.M20240102_After;

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

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Rename(Old.PersonTable.Table, MemberTable.Table),
        () => up.Rename(Old.PersonTable.Name, MemberTable.FullName),
        () => up.Drop(Old.PersonTable.Initial),
        () => up.Convert(Old.PersonTable.Size, MemberTable.Size, size => size + " cm"),
        () => up.Rename(Old.PersonTable.Home, MemberTable.Address),
        () => up.Rename(Old.PersonTable.Town, MemberTable.Place),
        () => up.Rename(Old.PersonTable.Nr, MemberTable.Number),
        () => up.Fill(MemberTable.Rating, 5));

    public override void Down(Steps down) => StepOrder.Name(
        () => down.Rename(MemberTable.Table, Old.PersonTable.Table),
        () => down.Rename(MemberTable.FullName, Old.PersonTable.Name),
        () => down.Fill(Old.PersonTable.Initial, MemberTable.Table, (member, before) => before.Find(MemberTable.Id, member.Id)!.FullName[..1]),
        () => down.Convert(MemberTable.Size, Old.PersonTable.Size, size => int.Parse(size![..^3], CultureInfo.InvariantCulture)),
        () => down.Rename(MemberTable.Address, Old.PersonTable.Home),
        () => down.Rename(MemberTable.Place, Old.PersonTable.Town),
        () => down.Rename(MemberTable.Number, Old.PersonTable.Nr),
        () => down.Drop(MemberTable.Rating),
        () => down.Drop(TagTable.Table));
}
