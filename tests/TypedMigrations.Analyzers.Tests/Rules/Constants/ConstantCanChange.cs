using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class ConstantCanChange
{
    private const string Table = "public static readonly Table<Account> Table = new(\"accounts\");\n";

    [Test]
    public Task IsReportedWhereReadonlyIsMissing() => RuleTest<ConstantIsNotReadonly>.VerifyMessage(
        "TM0201",
        "Constant AccountTable.Id is not readonly, so that code could put another in its place: write 'static readonly'",
        AccountsCode.With(Table + "public static Field<Account, string> {|#0:Id|} = Table.Key(a => a.Id);"));

    [Test]
    public Task IsReportedWhereItIsAProperty() => RuleTest<ConstantIsNotReadonly>.VerifyMessage(
        "TM0201",
        "Constant AccountTable.Id is a property, where no migration finds it under its name: make it a field that is 'static readonly'",
        AccountsCode.With(Table + "public static Field<Account, string> {|#0:Id|} { get; } = Table.Key(a => a.Id);"));

    [Test]
    public Task IsReportedWhereItBelongsToAnObject() => RuleTest<ConstantIsNotReadonly>.VerifyMessage(
        "TM0201",
        "Constant Fields.Id belongs to an object, where no migration reads it: write 'static readonly'",
        AccountsCode.With(Table, AccountsCode.Account + "\npublic sealed class Fields\n{\n    public readonly Field<Account, string> {|#0:Id|} = AccountTable.Table.Key(a => a.Id);\n}\n"));

    [Test]
    public Task IsReportedWhereAConstructorSetsIt() => RuleTest<ConstantIsNotReadonly>.VerifyMessage(
        "TM0201",
        "Constant AccountTable.Table is not set where it is declared, so that the build cannot read it: write its value behind an '='",
        AccountsCode.With("public static readonly Table<Account> {|#0:Table|};\nstatic AccountTable() => Table = new(\"accounts\");"));

    [Test]
    public Task IsReportedForOtherStateAmongTheConstants() => RuleTest<ConstantIsNotReadonly>.VerifyMessage(
        "TM0201",
        "AccountTable.Prefix can change, and stands among the constants of AccountTable, which have to be the same in every run: write 'readonly' or 'const', or move it to another class",
        AccountsCode.With(Table + "public static string {|#0:Prefix|} = \"accounts_\";"));

    [TestCase("public static Table<Account> {|TM0201:Table|} = new(\"accounts\");")]
    [TestCase("public static Table<Account> {|TM0201:Table|} { get; } = new(\"accounts\");")]
    [TestCase("public static Table<Account> {|TM0201:Table|} { get; set; } = new(\"accounts\");")]
    [TestCase("public static Table<Account> {|TM0201:Table|} => new(\"accounts\");")]
    public Task IsRepaired(string constant) => RuleTest<ConstantIsNotReadonly>.VerifyFix<MakeStaticReadonly>(
        AccountsCode.With("/// <summary>Accounts.</summary>\n" + constant), AccountsCode.With("/// <summary>Accounts.</summary>\n" + Table.TrimEnd()));

    [Test]
    public Task OfAnObjectIsRepaired() => RuleTest<ConstantIsNotReadonly>.VerifyFix<MakeStaticReadonly>(
        AccountsCode.With(Table, AccountsCode.Account + "\npublic sealed class Fields\n{\n    public readonly Field<Account, string> {|TM0201:Id|} = AccountTable.Table.Key(a => a.Id);\n}\n"),
        AccountsCode.With(Table, AccountsCode.Account + "\npublic sealed class Fields\n{\n    public static readonly Field<Account, string> Id = AccountTable.Table.Key(a => a.Id);\n}\n"));

    [TestCase("public static readonly Field<Account, string> Id = Table.Key(a => a.Id);")]
    [TestCase("private const string Prefix = \"accounts_\";")]
    [TestCase("private static readonly List<string> Names = [];")]
    [TestCase("public static Table<Account> Alias => Table;")]
    [TestCase("public static int Count => 1;")]
    public Task IsSilentOnWhatCannotChange(string member) => RuleTest<ConstantIsNotReadonly>.Verify(AccountsCode.With(Table + member));

    [TestCase("public static bool KeepsDangling { get; set; }")]
    [TestCase("private readonly Table<Account> _table = AccountTable.Table;")]
    [TestCase("public static string Text(Table<Account> table) => table.Name;")]
    public Task IsSilentOutsideOfConstants(string member) => RuleTest<ConstantIsNotReadonly>.Verify(
        AccountsCode.With(Table, AccountsCode.Account + $"\npublic sealed class Work\n{{\n    {member}\n}}\n"));

    [Test]
    public Task IsSilentOutsideOfMigrations() => RuleTest<ConstantIsNotReadonly>.Verify(
        AccountsCode.With(Table), "using TypedMigrations;\npublic sealed record Live(string Id);\npublic static class LiveTable\n{\n    public static Table<Live> Table = new(\"live\");\n}\n");
}
