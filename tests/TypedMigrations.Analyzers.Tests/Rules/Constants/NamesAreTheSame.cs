using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class NamesAreTheSame
{
    private const string Records = """

        public sealed record Account(string Id, string Email, string Mail, Address Home);

        public sealed record Address(string Email, string Mail);
        """;

    [Test]
    public Task OfFieldsIsReportedOnTheSecond() => RuleTest<NameUsedTwice>.VerifyMessage(
        "TM0205",
        "Field AccountTable.Mail has the name of AccountTable.Email, \"email\", and the database holds only one field of a name: give it a name of its own, or remove it",
        With(mail: "{|#0:\"email\"|}"));

    [Test]
    public Task OfFieldsOfANestedRecordIsReported() => RuleTest<NameUsedTwice>.Verify(With(homeMail: "{|TM0205:\"email\"|}"));

    [Test]
    public Task OfIndexesIsReported() => RuleTest<NameUsedTwice>.Verify(With(byMail: "{|TM0205:\"by_email\"|}"));

    [Test]
    public Task OfTablesIsReported() => RuleTest<NameUsedTwice>.Verify(With(other: "{|TM0205:\"accounts\"|}"));

    [Test]
    public Task IsSilentAcrossRecordsTablesAndKinds() => RuleTest<NameUsedTwice>.Verify(With(byMail: "\"accounts\"", homeMail: "\"mail\"", other: "\"email\""));

    [Test]
    public Task IsSilentOnOtherMigrations() => RuleTest<NameUsedTwice>.Verify(With(), With().Replace("M20201027_ManyRoles", "M20201026_Before"));

    [Test]
    public Task IsLeftToAnotherRuleWhereTheyDifferByCase() => RuleTest<NameUsedTwice>.Verify(With(mail: "\"Email\""));

    [Test]
    public Task ButForCaseIsReportedOnTheSecond() => RuleTest<NamesDifferByCase>.VerifyMessage(
        "TM0206",
        "Field AccountTable.Mail is named \"Email\" and AccountTable.Email is named \"email\": names that differ only by case are the same to the store; give it a name of its own",
        With(mail: "{|#0:\"Email\"|}"));

    [Test]
    public Task ButForCaseIsReportedForTables() => RuleTest<NamesDifferByCase>.Verify(With(other: "{|TM0206:\"ACCOUNTS\"|}"));

    [Test]
    public Task ButForCaseIsReportedForIndexes() => RuleTest<NamesDifferByCase>.Verify(With(byMail: "{|TM0206:\"By_Email\"|}"));

    [Test]
    public Task ButForCaseIsReportedForTheKeysName() => RuleTest<NamesDifferByCase>.Verify(With(mail: "{|TM0206:\"_ID\"|}"));

    [Test]
    public Task ButForCaseIsSilentOnNamesOfTheirOwn() => RuleTest<NamesDifferByCase>.Verify(With());

    [Test]
    public Task ButForCaseIsLeftToTheOtherRuleWhereTheyAreTheSame() => RuleTest<NamesDifferByCase>.Verify(With(mail: "\"email\""));

    private static string With(string mail = "\"mail\"", string homeMail = "\"Mail\"", string byMail = "\"by_mail\"", string other = "\"others\"") => AccountsCode.With(
        $"""
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
        public static readonly Field<Account, string> Email = Table.Required("email", a => a.Email);
        public static readonly Field<Account, string> Mail = Table.Required({mail}, a => a.Mail);
        public static readonly Field<Account, Address> Home = Table.Required("home", a => a.Home);
        public static readonly Field<Account, string> HomeEmail = Home.Required("email", h => h.Email);
        public static readonly Field<Account, string> HomeMail = Home.Required({homeMail}, h => h.Mail);
        public static readonly Index<Account> ByEmail = Table.UniqueIndex("by_email", Email);
        public static readonly Index<Account> ByMail = Table.Index({byMail}, Mail);
        """,
        Records + $"\npublic sealed record Other(string Id);\n\npublic static class OtherTable\n{{\n    public static readonly Table<Other> Table = new({other});\n    public static readonly Field<Other, string> Id = Table.Key(o => o.Id);\n}}\n");
}
