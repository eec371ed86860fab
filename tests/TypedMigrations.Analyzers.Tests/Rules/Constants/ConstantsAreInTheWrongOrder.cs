using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class ConstantsAreInTheWrongOrder
{
    private const string Table = "public static readonly Table<Account> Table = new(\"accounts\");";
    private const string Id = "public static readonly Field<Account, string> Id = Table.Key(a => a.Id);";
    private const string Email = "public static readonly Field<Account, string> Email = Table.Required(\"email\", a => a.Email);";
    private const string ByEmail = "public static readonly Index<Account> ByEmail = Table.Index(\"by_email\", Email);";

    [Test]
    public Task IsReportedWithBothNames() => RuleTest<UsedBeforeItIsSet>.VerifyMessage(
        "TM0208",
        "AccountTable.ByEmail names AccountTable.Email, which is declared below it and still null when AccountTable.ByEmail is made, because constants are set in the order of their lines: "
        + "move AccountTable.Email above AccountTable.ByEmail",
        Lines(Table, Id, ByEmail.Replace("Email);", "{|#0:Email|});"), Email));

    [Test]
    public Task IsRepairedByMovingTheLateOneUp() => RuleTest<UsedBeforeItIsSet>.VerifyFix<MoveUp>(
        Lines(Table, Id, ByEmail.Replace("Email);", "{|TM0208:Email|});"), Email), Lines(Table, Id, Email, ByEmail));

    [Test]
    public Task IsReportedOnTheWayThroughAFunction() => RuleTest<UsedBeforeItIsSet>.Verify(
        Lines("public static readonly Field<Account, string> Id = Same({|TM0208:Table|}).Key(a => a.Id);", Table, "private static Table<Account> Same(Table<Account> table) => table;"));

    [Test]
    public Task IsReportedForANameByWayOfTheClass() => RuleTest<UsedBeforeItIsSet>.Verify(
        Lines(Id.Replace("Table.Key", "AccountTable.{|TM0208:Table|}.Key"), Table));

    [Test]
    public Task IsReportedForOneThatNamesItself() => RuleTest<UsedBeforeItIsSet>.VerifyMessage(
        "TM0208", "AccountTable.Table names itself, and is still null at that point: name another constant", Lines("public static readonly Table<Account> Table = {|#0:Table|} ?? new(\"accounts\");"));

    [Test]
    public Task IsReportedForACircleOfTwoClasses() => RuleTest<UsedBeforeItIsSet>.VerifyMessage(
        "TM0208",
        "RoleTable.ToAccount names AccountTable.Id, which may still be null then: the constants of AccountTable are set first where they are asked for first, and one above AccountTable.Id names RoleTable; "
        + "move AccountTable.Id above it",
        Roles("AccountTable.{|#0:Id|}", Table, Email, "public static readonly Reference ToRole = Email.References(RoleTable.Id);", Id));

    [Test]
    public Task IsSilentOnACircleWhoseOrderDoesNotMatter() => RuleTest<UsedBeforeItIsSet>.Verify(
        Roles("AccountTable.Id", Table, Id, Email, "public static readonly Reference ToRole = Email.References(RoleTable.Id);"));

    [Test]
    public Task IsSilentOnTheRightOrder() => RuleTest<UsedBeforeItIsSet>.Verify(Lines(Table, Id, Email, ByEmail));

    [Test]
    public Task IsSilentOnConstsAndMethodsAndPropertiesBelow() => RuleTest<UsedBeforeItIsSet>.Verify(Lines(
        "public static readonly Table<Account> Table = new(Name);", "public static readonly string Text = Made() + Other;", "private const string Name = \"accounts\";", "private static string Made() => \"\";",
        "private static string Other => \"\";"));

    [Test]
    public Task IsSilentOnLambdasAndNamesOf() => RuleTest<UsedBeforeItIsSet>.Verify(Lines(
        Table, "public static readonly Func<object> Later = () => Email;", "public static readonly string Name = nameof(Email);", Email));

    [Test]
    public Task IsSilentOnAnotherClassThatHasTheSameNamesBelow() => RuleTest<UsedBeforeItIsSet>.Verify(
        Roles("AccountTable.Id", Table, Id, Email));

    [Test]
    public Task IsSilentOnATypeOfTheNameOfAFieldBelow() => RuleTest<UsedBeforeItIsSet>.Verify(AccountsCode.With(
        "public static readonly Table<Account> Table = new Table<Account>(\"accounts\");\npublic static readonly Field<Account, string> Account = Table.Key(a => a.Id);"));

    private static string Lines(params string[] lines) => AccountsCode.With(string.Join('\n', lines));

    private static string Roles(string key, params string[] lines) => AccountsCode.With(string.Join('\n', lines), AccountsCode.Account + $$"""


        public sealed record Role(string Id, string AccountId);

        public static class RoleTable
        {
            public static readonly Table<Role> Table = new("roles");
            public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
            public static readonly Field<Role, string> AccountId = Table.Required("account_id", r => r.AccountId);
            public static readonly Reference ToAccount = AccountId.References({{key}});
        }
        """);
}
