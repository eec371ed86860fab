using TypedMigrations.Analyzers.Rules.Naming;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Naming;

namespace TypedMigrations.Analyzers.Tests.Rules.Naming;

public sealed class MigrationFollowsALaterOne
{
    private const string Others = """
        namespace Accounts
        {
            public sealed class AccountsModule : TypedMigrations.MigrationModule;
        }

        namespace Disco
        {
            public sealed class DiscoModule : TypedMigrations.MigrationModule;
        }

        namespace Accounts.M20201024_Orgs
        {
            public sealed class Orgs : TypedMigrations.Migration;
        }

        namespace Accounts.M20201107_Avatars
        {
            public sealed class Avatars : TypedMigrations.Migration;
        }

        namespace Disco.M20201201_Rooms
        {
            public sealed class Rooms : TypedMigrations.Migration;
        }
        """;

    [Test]
    public Task IsReportedWithTheOneBefore() => RuleTest<OlderThanItsPredecessor>.VerifyMessage(
        "TM0103",
        "Migration 20201027_Roles says with 'using Old' that it follows 20201107_Avatars, whose stamp is not older, so that 20201107_Avatars has not run by then: "
        + "write 'using Old = Accounts.M20201024_Orgs;', or give 20201027_Roles a later stamp",
        Following("using Old = Accounts.{|#0:M20201107_Avatars|};"), Others);

    [Test]
    public Task IsReportedOfTheFirst() => RuleTest<OlderThanItsPredecessor>.VerifyMessage(
        "TM0103",
        "Migration 20201001_Roles says with 'using Old' that it follows 20201024_Orgs, whose stamp is not older, so that 20201024_Orgs has not run by then: "
        + "take the line away, as 20201001_Roles is the first of its module, or give it a later stamp",
        Following("using Old = Accounts.{|#0:M20201024_Orgs|};").Replace("M20201027", "M20201001"), Others);

    [Test]
    public Task IsReportedOfOneThatFollowsItself() => RuleTest<OlderThanItsPredecessor>.VerifyMessage(
        "TM0103",
        "Migration 20201027_Roles says with 'using Old' that it follows itself: write 'using Old = Accounts.M20201024_Orgs;'",
        Following("using Old = Accounts.{|#0:M20201027_Roles|};"), Others);

    [TestCase("M20201107_Avatars")]
    [TestCase("M20201027_Roles")]
    public Task IsRepairedByTheOneBefore(string named) => RuleTest<OlderThanItsPredecessor>.VerifyFix<NameThePredecessor>(
        Following($"using Old = Accounts.{{|TM0103:{named}|}};"), Following("using Old = Accounts.M20201024_Orgs;"), Others);

    [Test]
    public Task IsReportedInsideTheNamespace() => RuleTest<OlderThanItsPredecessor>.Verify(
        """
        namespace Accounts.M20201027_Roles
        {
            using Old = Accounts.{|TM0103:M20201107_Avatars|};

            public sealed class Roles : TypedMigrations.Migration;
        }

        namespace Accounts.M20201208_Later
        {
            using Old = Accounts.M20201107_Avatars;

            public sealed class Later : TypedMigrations.Migration;
        }
        """,
        Others);

    [TestCase("using Old = Accounts.M20201024_Orgs;")]
    [TestCase("using Now = Accounts.M20201027_Roles;")]
    [TestCase("using Rooms = Disco.M20201201_Rooms;")]
    [TestCase("using Text = System.String;")]
    public Task IsNotSaidOf(string directive) => RuleTest<OlderThanItsPredecessor>.Verify(Following(directive), Others);

    [Test]
    public Task IsNotSaidOfCodeThatIsNoMigration() => RuleTest<OlderThanItsPredecessor>.Verify(
        "using Old = Accounts.M20201107_Avatars;\n\nnamespace Accounts;\n\npublic sealed class Service;", Following("using System;"), Others);

    private static string Following(string directive) => $$"""
        {{directive}}

        namespace Accounts.M20201027_Roles;

        public sealed class Roles : TypedMigrations.Migration;
        """;
}
