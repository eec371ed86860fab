using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class NameIsComputed
{
    private const string Other = """

        namespace Accounts
        {
            public static class Live
            {
                public const string Mail = "email";
                public static string Table() => "accounts";
            }
        }
        """;

    [Test]
    public Task IsReportedWithTheNameWhereItIsKnown() => RuleTest<NameIsNoLiteral>.VerifyMessage(
        "TM0202",
        "The name of AccountTable.Email is 'Live.Mail', which an edit elsewhere could change while documents keep the old name: write \"email\"",
        WithEmail("{|#0:Live.Mail|}"), Other);

    [Test]
    public Task IsReportedWhereItIsNotKnown() => RuleTest<NameIsNoLiteral>.VerifyMessage(
        "TM0202",
        "The name of AccountTable.Table is 'Live.Table()', which is not known before the program runs, and need not be the same in every run: write the name itself, such as \"email\"",
        AccountsCode.With("public static readonly Table<Account> Table = new({|#0:Live.Table()|});"), Other);

    [TestCase("nameof(Account.Email)", "Email")]
    [TestCase("Live.Mail", "email")]
    [TestCase("\"e\" + \"mail\"", "email")]
    [TestCase("$\"e{Mail}\"", "email")]
    public Task IsRepairedWhereItIsKnown(string written, string name) => RuleTest<NameIsNoLiteral>.VerifyFix<WriteTheName>(
        WithEmail($"{{|TM0202:{written}|}}"), WithEmail($"\"{name}\""), Other);

    [Test]
    public Task OfAnIndexIsReported() => RuleTest<NameIsNoLiteral>.Verify(
        AccountsCode.With("""
            public static readonly Table<Account> Table = new("accounts");
            public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
            public static readonly Index<Account> ById = Table.Index({|TM0202:Live.Mail|}, Id);
            """),
        Other);

    [TestCase("\"email\"")]
    [TestCase("@\"email\"")]
    [TestCase("\"\"\"email\"\"\"")]
    [TestCase("EmailName")]
    [TestCase("Names.Email")]
    public Task IsSilentOnLiteralsAndTheMigrationsOwnConsts(string written) => RuleTest<NameIsNoLiteral>.Verify(WithEmail(written), Other);

    private static string WithEmail(string name) => AccountsCode.With(
        $"""
        private const string EmailName = "email";
        private const string Mail = "mail";
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, string> Email = Table.Required({name}, a => a.Email);
        """,
        AccountsCode.Account + "\npublic static class Names\n{\n    public const string Email = \"email\";\n}\n");
}
