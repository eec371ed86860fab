using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class UniqueIndexIsOnWhatMayBeMissing
{
    private const string Records = """

        public sealed record Account(string Id, string Email, string? Mail, Address Home, Address? Work, string[] Tags, Address[] Others);

        public sealed record Address(string City);
        """;

    [Test]
    public Task IsReportedForAnOptionalField() => RuleTest<UniqueIndexNotKeepable>.VerifyMessage(
        "TM0212",
        "Unique index AccountTable.ByIt is on AccountTable.Mail, but documents may lack AccountTable.Mail, and two without it would count as duplicates: "
        + "write Table.UniqueIndexWherePresent, or declare AccountTable.Mail as required",
        With("{|#0:UniqueIndex|}", "Mail"));

    [Test]
    public Task IsReportedForAFieldOfAnOptionalRecord() => RuleTest<UniqueIndexNotKeepable>.VerifyMessage(
        "TM0212",
        "Unique index AccountTable.ByIt is on AccountTable.WorkCity, but documents may lack AccountTable.Work, and two without it would count as duplicates: "
        + "write Table.UniqueIndexWherePresent, or declare AccountTable.Work as required",
        With("{|#0:UniqueIndex|}", "WorkCity"));

    [Test]
    public Task IsReportedForArrayElements() => RuleTest<UniqueIndexNotKeepable>.VerifyMessage(
        "TM0212",
        "Unique index AccountTable.ByIt is on AccountTable.Tags, in array elements, whose values cannot be kept unique: write Table.Index",
        With("{|#0:UniqueIndex|}", "Tags"));

    [TestCase("UniqueIndex", "Mail", "UniqueIndexWherePresent")]
    [TestCase("UniqueIndex", "OtherCity", "Index")]
    [TestCase("UniqueIndexWherePresent", "Tags", "Index")]
    public Task IsRepaired(string method, string field, string repaired) => RuleTest<UniqueIndexNotKeepable>.VerifyFix<ChangeIndexKind>(With($"{{|TM0212:{method}|}}", field), With(repaired, field));

    [TestCase("UniqueIndex", "Email")]
    [TestCase("UniqueIndex", "Id")]
    [TestCase("UniqueIndex", "HomeCity")]
    [TestCase("UniqueIndexWherePresent", "Mail")]
    [TestCase("UniqueIndexWherePresent", "WorkCity")]
    [TestCase("Index", "Mail")]
    [TestCase("Index", "Tags")]
    [TestCase("Index", "OtherCity")]
    public Task IsSilentOnWhatCanBeKept(string method, string field) => RuleTest<UniqueIndexNotKeepable>.Verify(With(method, field));

    [Test]
    public Task IsSilentOnAStoresOwnIndex() => RuleTest<UniqueIndexNotKeepable>.Verify(With("UniqueCompoundIndex", "Mail"));

    private static string With(string method, string field) => AccountsCode.With(
        $"""
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
        public static readonly Field<Account, string> Email = Table.Required("email", a => a.Email);
        public static readonly Field<Account, string?> Mail = Table.Optional("mail", a => a.Mail);
        public static readonly Field<Account, Address> Home = Table.Required("home", a => a.Home);
        public static readonly Field<Account, string> HomeCity = Home.Required("city", h => h.City);
        public static readonly Field<Account, Address?> Work = Table.Optional("work", a => a.Work);
        public static readonly Field<Account, string> WorkCity = Work.Required("city", h => h.City);
        public static readonly Field<Account, string[]> Tags = Table.Required("tags", a => a.Tags);
        public static readonly Field<Account, Address[]> Others = Table.Required("others", a => a.Others);
        public static readonly Field<Account, string> OtherCity = Others.Each().Required("city", h => h.City);
        public static readonly Index<Account> ByIt = Table.{method}("by_it", {field});
        """,
        Records);
}
