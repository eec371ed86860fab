using TypedMigrations.Analyzers.Rules.Reaching;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Reaching;

public sealed class LiveCodeIsNamed
{
    private const string Live = """
        namespace Accounts
        {
            public sealed class AccountsModule : TypedMigrations.MigrationModule
            {
                public const int Limit = 5;
            }

            public sealed class Account
            {
                public static Account Make() => new();

                public sealed class Draft;
            }

            public abstract class AccountsMigration : TypedMigrations.Migration;

            [System.AttributeUsage(System.AttributeTargets.All)]
            public sealed class MarkAttribute : System.Attribute;

            public sealed class Box<T>;

            public static class Slugs
            {
                public static string ToSlug(this string text) => text.Replace(' ', '-');
            }

            namespace Views
            {
                public sealed class Page;
            }
        }

        public sealed class Everywhere;
        """;

    [Test]
    public Task IsReportedWithWhereToCopyIt() => RuleTest<LiveModelNamed>.VerifyMessage(
        "TM0111",
        "Migration 20201027_Roles names Accounts.Account, live code of the application, whose next change would change what the migration does: "
        + "copy what it needs of Account into Accounts.M20201027_Roles",
        Migration("private object Made() => {|#0:Account|}.Make();"), Live);

    [Test]
    public Task IsReportedOfAnExtensionMethod() => RuleTest<LiveModelNamed>.VerifyMessage(
        "TM0111",
        "Migration 20201027_Roles names Accounts.Slugs.ToSlug, live code of the application, whose next change would change what the migration does: "
        + "copy what it needs of Slugs into Accounts.M20201027_Roles",
        Migration("private string Made() => \"a b\".{|#0:ToSlug|}();"), Live);

    [TestCase("private readonly {|TM0111:Account|}? _account;")]
    [TestCase("private {|TM0111:Account|}.Draft? Kept { get; set; }")]
    [TestCase("private object Made() => new {|TM0111:Account|}();")]
    [TestCase("private int Limit => {|TM0111:AccountsModule|}.Limit;")]
    [TestCase("private string Name => nameof({|TM0111:Account|});")]
    [TestCase("private object Made() => new System.Collections.Generic.List<{|TM0111:Account|}>();")]
    [TestCase("private object Made() => new {|TM0111:Box<int>|}();")]
    [TestCase("private object Made() => new Views.{|TM0111:Page|}();")]
    [TestCase("private object Made() => new Accounts.Views.{|TM0111:Page|}();")]
    [TestCase("private object Made() => new global::{|TM0111:Everywhere|}();")]
    [TestCase("[{|TM0111:Mark|}] private int _marked = 1;")]
    [TestCase("private bool Is(object value) => value is {|TM0111:Account|};")]
    [TestCase("private {|TM0111:Account|} Twice({|TM0111:Box<int>|} box) => new Account();")]
    public Task IsReported(string member) => RuleTest<LiveModelNamed>.Verify(Migration(member), Live);

    [TestCase("using Live = Accounts.{|TM0111:Account|};", "private Live? _account;")]
    [TestCase("using static Accounts.{|TM0111:AccountsModule|};", "private int Made() => Limit;")]
    [TestCase("using Many = System.Collections.Generic.List<Accounts.{|TM0111:Account|}>;", "private Many? _accounts;")]
    public Task IsReportedOfAUsingDirective(string directive, string member) => RuleTest<LiveModelNamed>.Verify(directive + "\n" + Migration(member), Live);

    [Test]
    public Task IsReportedOfABaseClass() => RuleTest<LiveModelNamed>.Verify(
        "namespace Accounts.M20201027_Roles;\n\npublic sealed class Roles : {|TM0111:AccountsMigration|};", Live);

    [Test]
    public Task IsReportedOfAGlobalAlias() => RuleTest<LiveModelNamed>.Verify(
        Migration("private {|TM0111:Short|}? _account;"), Live, "global using Short = Accounts.Account;");

    [Test]
    public Task IsReportedOfAGlobalStaticUsing() => RuleTest<LiveModelNamed>.Verify(
        Migration("private int Made() => {|TM0111:Limit|};"), Live, "global using static Accounts.AccountsModule;");

    [Test]
    public Task IsReportedOfAnotherProject() => RuleTest<LiveModelNamed>.Verify(
        RuleReferences.Project("Shared", "namespace Shared; public class Money; public static class Sums { public static int Twice(this int n) => n * 2; }"),
        "using Shared;\n" + Migration("private {|TM0111:Money|}? _money;\n    private int Made() => 5.{|TM0111:Twice|}();"));

    [Test]
    public Task IsReportedOfANamespaceThatOnlyLooksLikeAMigration() => RuleTest<LiveModelNamed>.Verify(
        Migration("private M3_Sensors.{|TM0111:Sensor|}? _sensor;"), "namespace Accounts.M3_Sensors;\n\npublic sealed class Sensor;");

    [TestCase("private readonly Own? _own;")]
    [TestCase("private Accounts.M20201027_Roles.Own? Kept { get; set; }")]
    [TestCase("private Parts.Part? Kept { get; set; }")]
    [TestCase("private int Account { get; set; }\n    private int Twice() => Account * 2;")]
    [TestCase("private object Made() => new { Account = 1, Page = 2 }.Account;")]
    [TestCase("private int Made(int Page) { var Box = Page; return Made(Page: Box); }")]
    [TestCase("/// <see cref=\"Account\"/>\n    private int _number = 1;")]
    [TestCase("private TypedMigrations.Table<Own>? _table;\n    private LiteDB.ObjectId? _id;")]
    [TestCase("private System.Text.Json.JsonElement _json;\n    private System.Xml.Linq.XElement? _xml;\n    private System.Text.RegularExpressions.Regex? _regex;")]
    [TestCase("private object Made() { var account = new Own(); return account; }")]
    [TestCase("private object Made<Account>(Account account) => account!;")]
    public Task IsNotSaidOf(string member) => RuleTest<LiveModelNamed>.Verify(Migration(member), Live);

    [Test]
    public Task IsNotSaidOfTheMigrationsOwnTypeOfThatName() => RuleTest<LiveModelNamed>.Verify(
        Migration("private Account? _account;\n    private object Made() => Account.Make();"),
        Live,
        "namespace Accounts.M20201027_Roles;\n\npublic sealed class Account\n{\n    public static Account Make() => new();\n}");

    [Test]
    public Task IsNotSaidOfLiveCodeThatNamesLiveCode() => RuleTest<LiveModelNamed>.Verify(
        Migration("private Own? _own;"), Live, "using Accounts.Views;\n\nnamespace Accounts.Services;\n\npublic sealed class Service\n{\n    public Page? Page { get; set; }\n    public Account? Account { get; set; }\n}");

    [Test]
    public Task IsNotSaidOfWhatTheProjectBringsForOlderFrameworks() => RuleTest<LiveModelNamed>.Verify(
        Migration("private string Made([System.Diagnostics.Polyfill] string text) => text;"),
        "namespace System.Diagnostics;\n\n[AttributeUsage(AttributeTargets.All)]\ninternal sealed class PolyfillAttribute : Attribute;");

    [Test]
    public Task IsNotSaidTwiceOfOneLine() => RuleTest<LiveModelNamed>.Verify(
        Migration("private {|TM0111:Account|} Copy(Account account) => account;"), Live);

    private static string Migration(string member) => $$"""
        namespace Accounts.M20201027_Roles
        {
            public sealed class Roles : TypedMigrations.Migration
            {
            {{member}}
            }

            public sealed class Own;

            namespace Parts
            {
                public sealed class Part;
            }
        }
        """;
}
