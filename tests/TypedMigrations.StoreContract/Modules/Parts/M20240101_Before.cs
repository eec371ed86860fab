namespace TypedMigrations.StoreContract.Modules.Parts.M20240101_Before;

public sealed record Account(string Id, string? Mail, string? Bio, string? Age, Settings? Settings, string? Kind);

public sealed record Settings(string? Theme, string? Lang);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string?> Mail = Table.Optional("mail", a => a.Mail);
    public static readonly Field<Account, string?> Bio = Table.Optional("bio", a => a.Bio);
    public static readonly Field<Account, string?> Age = Table.Optional("age", a => a.Age);
    public static readonly Field<Account, Settings?> Settings = Table.Optional("settings", a => a.Settings);
    public static readonly Field<Account, string?> Theme = Settings.Optional("theme", s => s.Theme);
    public static readonly Field<Account, string?> Lang = Settings.Optional("lang", s => s.Lang);
    public static readonly Field<Account, string?> Kind = Table.Optional("kind", a => a.Kind);
}

public sealed class Before : Migration;
