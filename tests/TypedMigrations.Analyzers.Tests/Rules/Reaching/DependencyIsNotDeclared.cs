using TypedMigrations.Analyzers.Rules.Reaching;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Reaching;

namespace TypedMigrations.Analyzers.Tests.Rules.Reaching;

public sealed class DependencyIsNotDeclared
{
    private const string Accounts = """
        namespace Accounts
        {
            public sealed class AccountsModule : TypedMigrations.MigrationModule;
        }

        namespace Accounts.M20201006_First
        {
            public sealed class First : TypedMigrations.Migration;

            public static class AccountTable
            {
                public const string Name = "accounts";
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

    private const string Message = "Migration 20201027_Rooms names Accounts.M20201006_First of module Accounts without declaring that it depends on it, so that 20201006_First need not have run by then: "
        + "add '[DependsOn<Accounts.M20201006_First.First>]' to class Rooms";

    [Test]
    public Task IsReportedWithTheLineToAdd() =>
        RuleTest<UndeclaredDependency>.VerifyMessage("TM0114", Message, Disco("", "Accounts.{|#0:M20201006_First|}.AccountTable.Name"), Accounts);

    [Test]
    public Task IsReportedOfAnotherProject() =>
        RuleTest<UndeclaredDependency>.VerifyMessage(RuleReferences.Project("Accounts", Accounts), "TM0114", Message, Disco("", "Accounts.{|#0:M20201006_First|}.AccountTable.Name"));

    [Test]
    public Task IsReportedOfABuiltProject() =>
        RuleTest<UndeclaredDependency>.VerifyMessage(RuleReferences.Package("Accounts", Accounts), "TM0114", Message, Disco("", "Accounts.{|#0:M20201006_First|}.AccountTable.Name"));

    [Test]
    public Task IsReportedOfALaterOne() => RuleTest<UndeclaredDependency>.VerifyMessage(
        "TM0114",
        "Migration 20201027_Rooms names Accounts.M20201107_Avatars of module Accounts, which is later, so that 20201107_Avatars has not run by then: "
        + "give 20201027_Rooms a later stamp, or name an older migration of Accounts",
        Disco("", "Accounts.{|#0:M20201107_Avatars|}.AvatarTable.Name"), Accounts);

    [Test]
    public Task IsReportedOfALaterOneThatIsDeclared() => RuleTest<UndeclaredDependency>.VerifyMessage(
        "TM0114",
        "Migration 20201027_Rooms depends on 20201107_Avatars of module Accounts, which is later, so that 20201107_Avatars has not run by then: "
        + "give 20201027_Rooms a later stamp, or depend on an older migration of Accounts",
        Disco("[{|#0:DependsOn<Accounts.M20201107_Avatars.Avatars>|}]", "Accounts.M20201107_Avatars.AvatarTable.Name"), Accounts);

    [Test]
    public Task IsRepairedByTheAttribute() => RuleTest<UndeclaredDependency>.VerifyFix<DeclareDependency>(
        Disco("", "Accounts.{|TM0114:M20201006_First|}.AccountTable.Name"),
        Disco("[DependsOn<Accounts.M20201006_First.First>]", "Accounts.M20201006_First.AccountTable.Name"),
        Accounts);

    [Test]
    public Task IsRepairedInTheFileOfTheClass() => RuleTest<UndeclaredDependency>.VerifyFix<DeclareDependency>(
        [Constants("{|TM0114:M20201006_First|}"), Disco("", "\"\"").Replace("public sealed", "/// <summary>Rooms.</summary>\npublic sealed"), Accounts],
        [Constants("M20201006_First"), Disco("", "\"\"").Replace("public sealed", "/// <summary>Rooms.</summary>\n[DependsOn<Accounts.M20201006_First.First>]\npublic sealed"), Accounts]);

    [Test]
    public Task IsNotSaidOfADeclaredOne() => RuleTest<UndeclaredDependency>.Verify(
        "using Owner = Accounts.M20201006_First;\n" + Disco("[DependsOn<Owner.First>]", "Owner.AccountTable.Name + Accounts.M20201006_First.AccountTable.Name"), Constants("M20201006_First"), Accounts);

    [Test]
    public Task IsNotSaidOfTheOwnModule() => RuleTest<UndeclaredDependency>.Verify(
        "namespace Accounts.M20201027_Roles;\n\npublic sealed class Roles : TypedMigrations.Migration\n{\n    private string Name => M20201006_First.AccountTable.Name + M20201107_Avatars.AvatarTable.Name;\n}", Accounts);

    private static string Constants(string named) => $$"""
        namespace Disco.M20201027_Rooms;

        public static class RoomTable
        {
            public const string Name = Accounts.{{named}}.AccountTable.Name;
        }
        """;

    private static string Disco(string attribute, string expression) => $$"""
        using TypedMigrations;

        namespace Disco.M20201027_Rooms;

        {{attribute}}
        public sealed class Rooms : Migration
        {
            private string Text() => {{expression}};
        }
        """.Replace("\n\n\npublic", "\n\npublic");
}
