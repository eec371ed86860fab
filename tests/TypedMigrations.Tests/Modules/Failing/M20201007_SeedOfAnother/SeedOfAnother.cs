using TypedMigrations.Tests.Modules.Failing.M20201006_SeedFileIsWrong;

namespace TypedMigrations.Tests.Modules.Failing.M20201007_SeedOfAnother;

public sealed class SeedOfAnother : Migration;

public sealed class Data : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(AccountTable.Table, [new Account("a", "a@x")]);
}
