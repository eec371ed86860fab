namespace TypedMigrations.StoreContract.Modules.Seeded.M20240101_FirstSettings;

public sealed record Setting(string Id, string Value);

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, string> Value = Table.Required("value", s => s.Value);
}

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds)
    {
        SeedCalls.Call();
        seeds.Insert(SettingTable.Table, SeedCalls.Enumerate(new Setting("color", "red"), new Setting("size", "small")));
    }
}

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(SettingTable.Table, [new Setting("test", "yes"), new Setting("size", "of the test data")]);
}

public sealed class FirstSettings : Migration;
