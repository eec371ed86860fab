using TypedMigrations.Analyzers.Rules.Reaching;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Reaching;

namespace TypedMigrations.Analyzers.Tests.Rules.Reaching;

public sealed class OtherMigrationIsNamed
{
    private const string Others = """
        namespace Accounts
        {
            public sealed class AccountsModule : TypedMigrations.MigrationModule;
        }

        namespace Accounts.M20201006_First
        {
            public sealed class First : TypedMigrations.Migration;

            public static class FirstTable
            {
                public const string Name = "first";
            }
        }

        namespace Accounts.M20201024_Orgs
        {
            public sealed class Orgs : TypedMigrations.Migration;

            public static class OrgTable
            {
                public const string Name = "orgs";
            }
        }

        namespace Accounts.M20201107_Avatars
        {
            public sealed class Avatars : TypedMigrations.Migration;

            public static class AvatarTable
            {
                public const string Name = "avatars";
            }
        }
        """;

    [Test]
    public Task IsReportedOfALaterOne() => RuleTest<LaterMigrationNamed>.VerifyMessage(
        "TM0112",
        "Migration 20201027_Roles names Accounts.M20201107_Avatars of a later migration, which has not run by then: "
        + "name what 20201027_Roles declares itself, or what the migration before it declares, Accounts.M20201024_Orgs",
        Migration("", "{|#0:M20201107_Avatars|}.AvatarTable.Name"), Others);

    [Test]
    public Task IsReportedOfALaterOneThanTheFirst() => RuleTest<LaterMigrationNamed>.VerifyMessage(
        "TM0112",
        "Migration 20201001_Roles names Accounts.M20201107_Avatars of a later migration, which has not run by then: name what 20201001_Roles declares itself, as it is the first of its module",
        Migration("", "{|#0:M20201107_Avatars|}.AvatarTable.Name").Replace("M20201027", "M20201001"), Others);

    [TestCase("using Accounts.{|TM0112:M20201107_Avatars|};", "AvatarTable.Name")]
    [TestCase("using Table = Accounts.{|TM0112:M20201107_Avatars|}.AvatarTable;", "Table.Name")]
    [TestCase("using static Accounts.{|TM0112:M20201107_Avatars|}.AvatarTable;", "Name")]
    [TestCase("", "Accounts.{|TM0112:M20201107_Avatars|}.AvatarTable.Name + M20201107_Avatars.AvatarTable.Name")]
    public Task IsReportedOfALaterOneOnce(string directive, string expression) => RuleTest<LaterMigrationNamed>.Verify(Migration(directive, expression), Others);

    [Test]
    public Task IsLeftToTheRuleOnUsingOld() => RuleTest<LaterMigrationNamed>.Verify(Migration("using Old = Accounts.M20201107_Avatars;", "Old.AvatarTable.Name"), Others);

    [Test]
    public Task IsReportedOfALaterOneThroughAGlobalUsing() => RuleTest<LaterMigrationNamed>.Verify(
        Migration("", "{|TM0112:AvatarTable|}.Name"), Others, "global using Accounts.M20201107_Avatars;");

    [Test]
    public Task IsReportedWhereOneFileHoldsBoth() => RuleTest<LaterMigrationNamed>.Verify(
        "using Next = Accounts.M20201107_Avatars;\n\n" + Others + "\n\n" + Migration("", "{|TM0112:Next|}.AvatarTable.Name").Replace(";\n\npublic", "\n{\npublic") + "\n}");

    [Test]
    public Task IsReportedOfAnOlderOne() => RuleTest<OlderMigrationNamed>.VerifyMessage(
        "TM0113",
        "Migration 20201027_Roles names Accounts.M20201006_First, but the migration before it is 20201024_Orgs, and the tables may have changed since Accounts.M20201006_First: "
        + "name Accounts.M20201024_Orgs instead, 'using Before = Accounts.M20201024_Orgs;'",
        Migration("using Before = Accounts.{|#0:M20201006_First|};", "Before.FirstTable.Name"), Others);

    [Test]
    public Task IsLeftToTheRuleOnBranchesWhereOldIsAnOlderOne() =>
        RuleTest<OlderMigrationNamed>.Verify(Migration("using Old = Accounts.M20201006_First;", "Old.FirstTable.Name"), Others);

    [TestCase("using Accounts.{|TM0113:M20201006_First|};", "FirstTable.Name")]
    [TestCase("", "{|TM0113:M20201006_First|}.FirstTable.Name")]
    [TestCase("using Table = Accounts.{|TM0113:M20201006_First|}.FirstTable;", "Table.Name")]
    public Task IsReportedOfAnOlderOneOnce(string directive, string expression) => RuleTest<OlderMigrationNamed>.Verify(Migration(directive, expression), Others);

    [Test]
    public Task IsRepairedByTheOneBefore() => RuleTest<OlderMigrationNamed>.VerifyFix<NameTheMigrationBefore>(
        Migration("using Before = Accounts.{|TM0113:M20201006_First|};", "nameof(Before)"), Migration("using Before = Accounts.M20201024_Orgs;", "nameof(Before)"), Others);

    [TestCase("using Old = Accounts.M20201024_Orgs;", "Old.OrgTable.Name")]
    [TestCase("using Accounts.M20201024_Orgs;", "OrgTable.Name")]
    [TestCase("", "M20201024_Orgs.OrgTable.Name")]
    [TestCase("", "Accounts.M20201027_Roles.RoleTable.Name + RoleTable.Name + M20201027_Roles.RoleTable.Name")]
    public async Task IsNotSaidOf(string directive, string expression)
    {
        await RuleTest<LaterMigrationNamed>.Verify(Migration(directive, expression), Others);
        await RuleTest<OlderMigrationNamed>.Verify(Migration(directive, expression), Others);
        await RuleTest<UndeclaredDependency>.Verify(Migration(directive, expression), Others);
        await RuleTest<LiveModelNamed>.Verify(Migration(directive, expression), Others);
    }

    [Test]
    public async Task IsNotSaidOfLiveCode()
    {
        const string Test = "using First = Accounts.M20201006_First;\n\nnamespace Accounts;\n\npublic sealed class Shown\n{\n    public string Name => First.FirstTable.Name + M20201107_Avatars.AvatarTable.Name;\n}";
        await RuleTest<LaterMigrationNamed>.Verify(Test, Others);
        await RuleTest<OlderMigrationNamed>.Verify(Test, Others);
    }

    private static string Migration(string directive, string expression) => $$"""
        {{directive}}

        namespace Accounts.M20201027_Roles;

        public sealed class Roles : TypedMigrations.Migration
        {
            private string Text() => {{expression}};
        }

        public static class RoleTable
        {
            public const string Name = "roles";
        }
        """.TrimStart();
}
