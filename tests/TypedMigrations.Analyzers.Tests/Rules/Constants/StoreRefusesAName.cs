using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class StoreRefusesAName
{
    private const string LongName = "idx_that_has_more_than_32_letters";

    [TestCase("1st", "LiteDB refuses the table name \"1st\" of AccountTable.Table: use letters, digits, _ and $, and begin with a letter")]
    [TestCase("_log", "The table name \"_log\" of AccountTable.Table is reserved, because LiteDB's file storage and the journal of migrations begin with _: begin with a letter")]
    public Task OfATableIsReported(string name, string message) => RuleTest<NameTheStoreRefuses>.VerifyMessage("TM0207", message, With(table: $"{{|#0:\"{name}\"|}}"));

    [Test]
    public Task OfAnIndexIsReportedWithItsLength() => RuleTest<NameTheStoreRefuses>.VerifyMessage(
        "TM0207",
        $"LiteDB refuses the index name \"{LongName}\" of AccountTable.ByEmail, which has 33 letters: use at most 32 letters, digits, _ and $, not beginning with $",
        With(index: $"{{|#0:\"{LongName}\"|}}"));

    [TestCase("", "LiteDB refuses the field name \"\" of AccountTable.Email: use a name that is not empty and has no NUL")]
    [TestCase("_id", "The field name \"_id\" of AccountTable.Email is the key's: declare the key with Table.Key, or use another name")]
    [TestCase("home.city", "The field name \"home.city\" of AccountTable.Email has a dot, a bracket or a brace, which part the names on the way to a nested field: use a name without . [ ] { and }")]
    public Task OfAFieldIsReported(string name, string message) => RuleTest<NameTheStoreRefuses>.VerifyMessage("TM0207", message, With(field: $"{{|#0:\"{name}\"|}}"));

    [TestCase("")]
    [TestCase("$accounts")]
    [TestCase("all-accounts")]
    [TestCase("все")]
    public Task OfATableIsReportedToo(string name) => RuleTest<NameTheStoreRefuses>.Verify(With(table: $"{{|TM0207:\"{name}\"|}}"));

    [TestCase("")]
    [TestCase("$idx")]
    [TestCase("idx-email")]
    public Task OfAnIndexIsReportedToo(string name) => RuleTest<NameTheStoreRefuses>.Verify(With(index: $"{{|TM0207:\"{name}\"|}}"));

    [TestCase("a[]")]
    [TestCase("a{}")]
    [TestCase("a\\0")]
    public Task OfAFieldIsReportedToo(string name) => RuleTest<NameTheStoreRefuses>.Verify(With(field: $"{{|TM0207:\"{name}\"|}}"));

    [Test]
    public Task OfAllTablesTogetherIsReportedOnTheLast()
    {
        var tables = Enumerable.Range(0, 180).Select(i => $"public static readonly Table<Account> T{i} = new({(i == 179 ? "{|#0:" : "")}\"a_table_with_a_name_of_forty_letters_{i:0000}\"{(i == 179 ? "|}" : "")});");
        return RuleTest<NameTheStoreRefuses>.VerifyMessage(
            "TM0207",
            "The 180 table names of this migration take 8640 bytes together, of which LiteDB has about 8000 in a file: use fewer or shorter names",
            AccountsCode.With(string.Join('\n', tables)));
    }

    [TestCase("accounts", "email", "idx_accounts_email")]
    [TestCase("Accounts_2$", "E-Mail", "_idx$2")]
    [TestCase("a", "e mail", "1")]
    public Task IsSilentOnNamesThatLiteDbTakes(string table, string field, string index) => RuleTest<NameTheStoreRefuses>.Verify(With($"\"{table}\"", $"\"{field}\"", $"\"{index}\""));

    [Test]
    public Task IsSilentOnAnIdOfANestedRecord() => RuleTest<NameTheStoreRefuses>.Verify(AccountsCode.With(
        """
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, Address> Home = Table.Required("home", a => a.Home);
        public static readonly Field<Account, string> HomeId = Home.Required("_id", h => h.Id);
        """,
        "\npublic sealed record Account(string Id, Address Home);\n\npublic sealed record Address(string Id);\n"));

    private static string With(string table = "\"accounts\"", string field = "\"email\"", string index = "\"by_email\"") => AccountsCode.With(
        $"""
        public static readonly Table<Account> Table = new({table});
        public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
        public static readonly Field<Account, string> Email = Table.Required({field}, a => a.Email);
        public static readonly Index<Account> ByEmail = Table.Index({index}, Email);
        """);
}
