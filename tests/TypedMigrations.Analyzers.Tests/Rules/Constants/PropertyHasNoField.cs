using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class PropertyHasNoField
{
    private const string Code = """
        using TypedMigrations;

        namespace Accounts.M20201027_ManyRoles;

        public sealed class ManyRoles : Migration;

        public static class AccountTable
        {
            public static readonly Table<Account> Table = {|#0:new("accounts")|};
            public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
            public static readonly Index<Account> ById = Table.Index("by_id", Id);
        }

        public sealed record Account(string Id, string? HomeTown)
        {
            public int Length => Id.Length;
        }
        """;

    [Test]
    public Task IsReportedWithTheLineToAdd() => RuleTest<PropertyWithoutField>.VerifyMessage(
        "TM0204",
        "Property Account.HomeTown has no field in AccountTable, so that it would neither be read nor written: add "
        + "'public static readonly Field<Account, string?> HomeTown = Table.Optional(\"home_town\", a => a.HomeTown);', or remove the property",
        Code);

    [Test]
    public Task IsRepairedByAField() => RuleTest<PropertyWithoutField>.VerifyFix<AddField>(
        Code.Replace("#0", "TM0204"),
        Code.Replace("{|#0:new(\"accounts\")|}", "new(\"accounts\")").Replace(
            "(a => a.Id);\n",
            "(a => a.Id);\n    public static readonly Field<Account, string?> HomeTown = Table.Optional(\"home_town\", a => a.HomeTown);\n"));
}
