using TypedMigrations.Analyzers.Rules.Naming;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Naming;

public sealed class TwoMigrationsHaveOneStamp
{
    [Test]
    public Task IsReportedAtTheSecond() => RuleTest<StampTakenTwice>.VerifyMessage(
        "TM0102",
        "Migration 20201027_Teams has the stamp of 20201027_Roles in the same module, so that nothing says which runs first: give one of them a later stamp, in its namespace and its folder",
        Two("M20201027_Roles", "{|#0:M20201027_Teams|}"));

    [Test]
    public Task IsReportedOfADayAndItsMidnight() => RuleTest<StampTakenTwice>.VerifyMessage(
        "TM0102",
        "Migration 20201027_Roles has the stamp of 20201027000000_Teams in the same module, so that nothing says which runs first: give one of them a later stamp, in its namespace and its folder",
        Two("{|#0:M20201027_Roles|}", "M20201027000000_Teams"));

    [Test]
    public Task IsReportedInANamespaceWithTwoMigrations() => RuleTest<StampTakenTwice>.VerifyMessage(
        "TM0102",
        "Classes Roles and Teams both derive from Migration in namespace Accounts.M20201027_Roles, which has one stamp for one migration: "
        + "move one of them into a namespace with a later stamp, or make it one class",
        """
        namespace Accounts.M20201027_Roles;

        public sealed class Roles : TypedMigrations.Migration;

        public sealed class {|#0:Teams|} : TypedMigrations.Migration;
        """);

    [Test]
    public Task IsNotSaidOfOtherModulesOrTimes() => RuleTest<StampTakenTwice>.Verify(
        """
        namespace Accounts
        {
            public sealed class AccountsModule : TypedMigrations.MigrationModule;
        }

        namespace Disco
        {
            public sealed class DiscoModule : TypedMigrations.MigrationModule;
        }

        namespace Accounts.M20201027_Roles
        {
            public sealed partial class Roles : TypedMigrations.Migration;

            public sealed partial class Roles;

            public abstract class Shared : TypedMigrations.Migration;
        }

        namespace Accounts.M20201027000001_Teams
        {
            public sealed class Teams : TypedMigrations.Migration;
        }

        namespace Disco.M20201027_Roles
        {
            public sealed class Roles : TypedMigrations.Migration;
        }
        """);

    private static string Two(string first, string second) => $$"""
        namespace Accounts
        {
            public sealed class AccountsModule : TypedMigrations.MigrationModule;
        }

        namespace Accounts.{{first}}
        {
            public sealed class Roles : TypedMigrations.Migration;
        }

        namespace Accounts.{{second}}
        {
            public sealed class Teams : TypedMigrations.Migration;
        }
        """;
}
