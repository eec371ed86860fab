using System.Globalization;
using Old = TypedMigrations.StoreContract.Modules.Parts.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Parts.M20240102_After;

public sealed record Account(string Id, string? Mail, string? Kind);

public sealed record Profile(string Id, string? About, int? Age, Look? Look);

public sealed record Look(string? Theme, string? Language);

public sealed record Archived(string Id, string? Email, string? Bio, string[]? Kinds, bool Old);

public sealed record Bot(string Id, string? Owner, string? Kind);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string?> Mail = Table.Optional("mail", a => a.Mail);
    public static readonly Field<Account, string?> Kind = Table.Optional("kind", a => a.Kind);
}

public static class ProfileTable
{
    public static readonly Table<Profile> Table = new("profiles");
    public static readonly Field<Profile, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Profile, string?> About = Table.Optional("about", p => p.About);
    public static readonly Field<Profile, int?> Age = Table.Optional("age", p => p.Age);
    public static readonly Field<Profile, Look?> Look = Table.Optional("look", p => p.Look);
    public static readonly Field<Profile, string?> Theme = Look.Optional("theme", l => l.Theme);
    public static readonly Field<Profile, string?> Language = Look.Optional("language", l => l.Language);
}

public static class ArchiveTable
{
    public static readonly Table<Archived> Table = new("archive");
    public static readonly Field<Archived, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Archived, string?> Email = Table.Optional("email", a => a.Email);
    public static readonly Field<Archived, string?> Bio = Table.Optional("bio", a => a.Bio);
    public static readonly Field<Archived, string[]?> Kinds = Table.Optional("kinds", a => a.Kinds);
    public static readonly Field<Archived, bool> Old = Table.Required("old", a => a.Old);
}

public static class BotTable
{
    public static readonly Table<Bot> Table = new("bots");
    public static readonly Field<Bot, string> Id = Table.Key(b => b.Id);
    public static readonly Field<Bot, string?> Owner = Table.Optional("owner", b => b.Owner);
    public static readonly Field<Bot, string?> Kind = Table.Optional("kind", b => b.Kind);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Split(Old.AccountTable.Table, ProfileTable.Table),
        () => up.Move(Old.AccountTable.Bio, ProfileTable.About),
        () => up.Convert(Old.AccountTable.Age, ProfileTable.Age, age => (int?)int.Parse(age, CultureInfo.InvariantCulture)),
        () => up.Rename(Old.AccountTable.Settings, ProfileTable.Look),
        () => up.Rename(Old.AccountTable.Lang, ProfileTable.Language),
        () => up.Copy(Old.AccountTable.Table, ArchiveTable.Table),
        () => up.Rename(Old.AccountTable.Mail, ArchiveTable.Email),
        () => up.Wrap(Old.AccountTable.Kind, ArchiveTable.Kinds),
        () => up.Fill(ArchiveTable.Old, true),
        () => up.Partition(Old.AccountTable.Table, BotTable.Table, account => account.Kind == "bot"),
        () => up.Rename(Old.AccountTable.Mail, BotTable.Owner));
}
