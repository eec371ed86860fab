using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class ConstantIsShared
{
    private const string Before = """
        using TypedMigrations;

        namespace Accounts.M20201026_Before;

        public sealed class Before : Migration;

        public enum Kind { Guest, User }

        public record Base(string Id);

        public sealed record Address(string City);

        public sealed record Account(string Id, Kind Kind, Address[] Homes) : Base(Id);

        public static class AccountTable
        {
            public static readonly Table<Account> Table = new("accounts");
            public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
            public static readonly Field<Account, Kind> Kind = Table.Required("kind", a => a.Kind);
            public static readonly Field<Account, Address[]> Homes = Table.Required("homes", a => a.Homes);
            public static readonly Field<Account, string> City = Homes.Each().Required("city", h => h.City);
        }
        """;

    private const string Constants = """
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
        public static readonly Field<Account, Kind> Kind = Table.Required("kind", a => a.Kind);
        """;

    private const string Records = """

        public enum Kind { Guest, User, Admin }

        public sealed record Account(string Id, Kind Kind);
        """;

    [Test]
    public Task IsReportedForARecordOfAnotherMigration() => RuleTest<ConstantOfAnotherMigration>.VerifyMessage(
        "TM0209",
        "Constant AccountTable.Table is made of Account of migration 20201026_Before, so that an edit of the one would change the other: name a Account of this migration's own, copied if there is none",
        With("public static readonly Table<{|#0:Old.Account|}> Table = new(\"accounts\");"), Before);

    [Test]
    public Task IsReportedForAPropertyOfTheRecord() => RuleTest<ConstantOfAnotherMigration>.VerifyMessage(
        "TM0209",
        "Record Account.Kind is made of Kind of migration 20201026_Before, so that an edit of the one would change the other: name a Kind of this migration's own, copied if there is none",
        With(Constants.Split('\n')[0], "\npublic sealed record Account(string Id, {|#0:Old.Kind|} Kind);\n"), Before);

    [TestCase("public static readonly Field<{|TM0209:Old.Account|}, string> Mail = Old.AccountTable.Table.Required(\"mail\", a => a.Id);")]
    [TestCase("public static readonly Index<{|TM0209:Old.Account|}> ById = Old.AccountTable.Table.Index(\"by_id\", Old.AccountTable.Id);")]
    [TestCase("public static readonly Table<{|TM0209:Old.Account|}> Alias = Old.AccountTable.Table;")]
    [TestCase("public static readonly Reference ToAccount = {|TM0209:Old.AccountTable.Id|}.References(Id);")]
    public Task IsReportedForConstantsOfAnother(string constant) => RuleTest<ConstantOfAnotherMigration>.Verify(With(Constants + "\n" + constant), Before);

    [TestCase("public sealed record Account(string Id, Dictionary<string, {|TM0209:Old.Address|}[]>? Homes);")]
    [TestCase("public sealed record Account(string Id) { public {|TM0209:Old.Kind|}? Kind { get; init; } }")]
    [TestCase("public sealed record Account(string Id) : {|TM0209:Old.Base|}(Id);")]
    [TestCase("public sealed record Account(string Id, Home Home);\n\npublic sealed record Home({|TM0209:Old.Address|} Address);")]
    public Task IsReportedForRecords(string records) => RuleTest<ConstantOfAnotherMigration>.Verify(With(Constants.Split('\n')[0], "\n" + records + "\n"), Before);

    [Test]
    public Task IsRepairedWhereTheMigrationHasItsOwn() => RuleTest<ConstantOfAnotherMigration>.VerifyFix<NameOwnType>(
        With(Constants.Replace("<Account, Kind>", "<Account, {|TM0209:Old.Kind|}>"), Records.Replace("Id, Kind Kind", "Id, {|TM0209:Old.Kind|} Kind")), With(Constants), Before);

    [Test]
    public Task IsSilentOnAReferenceToAKeyOfADependency() => RuleTest<ConstantOfAnotherMigration>.Verify(
        With(Constants + "\npublic static readonly Reference ToOld = Id.References(Old.AccountTable.Id);"), Before);

    [Test]
    public Task IsSilentInStepsAndTheirFunctions() => RuleTest<ConstantOfAnotherMigration>.Verify(
        With(Constants, Records + """

            public sealed class Steps : Migration
            {
                private static readonly Dictionary<Old.Kind, Kind> Kinds = new() { [Old.Kind.Guest] = Kind.Guest };

                public override void Up(TypedMigrations.Steps up) => up.Convert(Old.AccountTable.Kind, AccountTable.Kind, Of);

                private static Kind Of(Old.Kind old) => Kinds[old];

                private sealed record Pair(Old.Account Old, Account Now);
            }
            """), Before);

    private static string With(string constants, string more = Records) => "using Old = Accounts.M20201026_Before;\n" + AccountsCode.With(constants, more);
}
