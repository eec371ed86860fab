namespace TypedMigrations.StoreContract.Modules.Seeded.M20240102_MoreSettings;

public sealed record Setting(string Id, string Value);

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, string> Value = Table.Required("value", s => s.Value);
}

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(SettingTable.Table, seeds.Json<Setting>("bootstrap-data.json"));
}

public sealed class MoreSettings : Migration;
