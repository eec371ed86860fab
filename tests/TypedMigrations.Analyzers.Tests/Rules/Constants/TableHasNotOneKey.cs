using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class TableHasNotOneKey
{
    private const string Table = "public static readonly Table<Account> Table = {|TM0211:new(\"accounts\")|};\n";
    private const string Id = "public static readonly Field<Account, string> Id = Table.Key(a => a.Id);\n";
    private const string Email = "public static readonly Field<Account, string> Email = Table.Required(\"email\", a => a.Email);";

    [Test]
    public Task IsReportedWithTheLineToAdd() => RuleTest<KeyMissing>.VerifyMessage(
        "TM0211",
        "Table AccountTable.Table has no key, by which its documents are found and kept apart: add 'public static readonly Field<Account, string> Id = Table.Key(a => a.Id);'",
        AccountsCode.With(Table.Replace("TM0211", "#0") + Email));

    [Test]
    public Task IsRepairedByTheKey() => RuleTest<KeyMissing>.VerifyFix<AddKey>(AccountsCode.With(Table + Email), AccountsCode.With(Unmarked(Table) + Id + Email));

    [Test]
    public Task IsReportedForASecondKey() => RuleTest<KeyMissing>.VerifyMessage(
        "TM0211",
        "Table AccountTable.Table has two keys, AccountTable.Id and AccountTable.Email, and a document has one: declare AccountTable.Email with Table.Required(\"…\", …)",
        AccountsCode.With(Unmarked(Table) + Id + "public static readonly Field<Account, string> Email = {|#0:Table.Key(a => a.Email)|};"));

    [Test]
    public Task IsReportedWhereTheKeyIsAFieldOfAnotherRole() => RuleTest<KeyMissing>.Verify(
        AccountsCode.With(Table + "public static readonly Field<Account, string> Id = Table.Required(\"id\", a => a.Id);\n" + Email));

    [Test]
    public Task IsNotReportedAsAPropertyWithoutAFieldToo() => RuleTest<PropertyWithoutField>.Verify(AccountsCode.With(Unmarked(Table) + Email));

    [Test]
    public Task IsSilentOnOneKey() => RuleTest<KeyMissing>.Verify(AccountsCode.With(Unmarked(Table) + Id + Email));

    [Test]
    public Task IsSilentWhereTheBuildCannotReadAConstant() => RuleTest<KeyMissing>.Verify(
        AccountsCode.With(Unmarked(Table) + Email + "\npublic static readonly Field<Account, string> Id = Made();\nprivate static Field<Account, string> Made() => Table.Key(a => a.Id);"));

    private static string Unmarked(string code) => code.Replace("{|TM0211:", "").Replace("|}", "");
}
