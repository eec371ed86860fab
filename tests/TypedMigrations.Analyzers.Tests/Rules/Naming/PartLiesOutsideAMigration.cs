using TypedMigrations.Analyzers.Rules.Naming;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Naming;

public sealed class PartLiesOutsideAMigration
{
    private const string Migration = """
        namespace Accounts.M20201027_ManyRoles;

        public sealed class ManyRoles : TypedMigrations.Migration;
        """;

    [TestCase("namespace Accounts;", "Accounts.M20201027_Teams")]
    [TestCase("namespace Accounts.m20201027_Teams;", "Accounts.m20201027_Teams.M20201027_Teams")]
    [TestCase("", "M20201027_Teams")]
    public Task IsReportedOfAMigration(string space, string proposed) => RuleTest<OutsideMigrationNamespace>.VerifyMessage(
        "TM0104",
        $"Class Teams derives from Migration, but its namespace is no migration's: move it into a namespace such as {proposed}, stamped with the date in UTC",
        space + "\n\npublic sealed class {|#0:Teams|} : TypedMigrations.Migration;");

    [Test]
    public Task IsReportedOfAMigrationBelow() => RuleTest<OutsideMigrationNamespace>.VerifyMessage(
        "TM0104",
        "Class Teams derives from Migration, but lies below its migration's namespace: move it into Accounts.M20201028_Teams",
        Migration, "namespace Accounts.M20201028_Teams.Steps;\n\npublic sealed class {|#0:Teams|} : TypedMigrations.Migration;");

    [Test]
    public Task IsReportedOfASeed() => RuleTest<OutsideMigrationNamespace>.VerifyMessage(
        "TM0104",
        "BootstrapData lies in no migration's namespace, so that no migration would ever insert it: move it into the namespace of the migration that it belongs to",
        Migration, Seed("Accounts").Replace("BootstrapData", "{|#0:BootstrapData|}"));

    [Test]
    public Task IsReportedOfConstants() => RuleTest<OutsideMigrationNamespace>.VerifyMessage(
        "TM0104",
        "RoleTable.Table lies in no migration's namespace, so that no migration would ever read it: move it into the namespace of the migration that it belongs to",
        Migration, Constants("Accounts").Replace("> Table", "> {|#0:Table|}"));

    [Test]
    public Task IsReportedOfConstantsInAMisspelledNamespace() => RuleTest<OutsideMigrationNamespace>.VerifyMessage(
        "TM0104",
        "RoleTable.Table lies in Accounts.M20201027_ManyRole, where no class derives from Migration, so that no migration would ever read it: "
        + "move it into the namespace of the migration that it belongs to, or write that migration, 'public sealed class ManyRole : Migration;'",
        Migration, Constants("Accounts.M20201027_ManyRole").Replace("> Table", "> {|#0:Table|}"));

    [Test]
    public Task IsNotSaidOfWhatARunFinds() => RuleTest<OutsideMigrationNamespace>.Verify(
        Migration, Seed("Accounts.M20201027_ManyRoles"), Constants("Accounts.M20201027_ManyRoles.Tables"));

    [Test]
    public Task IsNotSaidOfBaseClassesAndOfWhatShowsConstants() => RuleTest<OutsideMigrationNamespace>.Verify(
        Migration,
        Constants("Accounts.M20201027_ManyRoles"),
        """
        namespace Accounts;

        public abstract class AccountsMigration : TypedMigrations.Migration;

        public abstract class AccountsSeed : TypedMigrations.BootstrapSeed;

        public static class Shown
        {
            public static readonly TypedMigrations.Table<M20201027_ManyRoles.Role> Roles = M20201027_ManyRoles.RoleTable.Table;
        }
        """);

    private static string Seed(string space) => $$"""
        namespace {{space}};

        public sealed class BootstrapData : TypedMigrations.BootstrapSeed
        {
            public override void Insert(TypedMigrations.Seeds seeds)
            {
            }
        }
        """;

    private static string Constants(string space) => $$"""
        namespace {{space}};

        public static class RoleTable
        {
            public static readonly TypedMigrations.Table<Role> Table = new("roles");
        }

        public sealed record Role(string Id);
        """;
}
