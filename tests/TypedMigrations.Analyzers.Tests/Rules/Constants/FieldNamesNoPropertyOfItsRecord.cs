using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class FieldNamesNoPropertyOfItsRecord
{
    private const string Records = """

        public record Base(string Id)
        {
            public int Number;
        }

        public sealed record Account(string Id, string Email, Address Home, int Age) : Base(Id)
        {
            public static string Kind { get; } = "account";
            public string this[int index] => Email;
        }

        public sealed record Address(string City, Place Place);

        public sealed record Place(string Name);
        """;

    [Test]
    public Task IsReportedForANestedOneWithTheFieldThatHoldsIt() => RuleTest<PropertyOfAnotherRecord>.VerifyMessage(
        "TM0203",
        "AccountTable.Tried is bound to 'a.Home.City', a property of a nested record, but a field is bound to one of its own record: "
        + "declare it from the field that holds the record, 'Home.Required(\"tried\", a => a.City)'",
        With("string", "a => {|#0:a.Home.City|}"));

    [Test]
    public Task IsReportedForWhatIsNoProperty() => RuleTest<PropertyOfAnotherRecord>.VerifyMessage(
        "TM0203",
        "AccountTable.Tried is bound to 'a.Email.Trim()', which is not one property of Account: a document's field can only be read into one and written from it; write a lambda such as 'a => a.Id'",
        With("string", "a => {|#0:a.Email.Trim()|}"));

    [TestCase("a => {|TM0203:a.Home.City|}", "Home", "a => a.City")]
    [TestCase("a => {|TM0203:a.Home!.City|}", "Home", "a => a.City")]
    [TestCase("a => {|TM0203:a.Home.Place.Name|}", "Place", "a => a.Name")]
    public Task IsRepairedWhereAFieldHoldsTheRecord(string lambda, string holder, string repaired) => RuleTest<PropertyOfAnotherRecord>.VerifyFix<DeclareFromHolder>(
        With("string", lambda), With("string", repaired).Replace("Table.Required(\"tried\"", holder + ".Required(\"tried\""));

    [TestCase("int", "a => {|TM0203:a.Number|}", TestName = "IsReportedForAFieldOfTheRecord")]
    [TestCase("string", "a => {|TM0203:Account.Kind|}", TestName = "IsReportedForAStaticProperty")]
    [TestCase("string", "a => {|TM0203:Other.Email|}", TestName = "IsReportedForAnotherObject")]
    [TestCase("string", "a => {|TM0203:((Base)a).Id|}", TestName = "IsReportedForACastRecord")]
    [TestCase("long", "a => {|TM0203:a.Age|}", TestName = "IsReportedForAConvertedValue")]
    [TestCase("string", "a => {|TM0203:a[0]|}", TestName = "IsReportedForAnIndexer")]
    [TestCase("string", "a => {|TM0203:\"\"|}", TestName = "IsReportedForALiteral")]
    [TestCase("int", "a => {|TM0203:a.Email.Length|}", TestName = "IsReportedForAPropertyOfAPlainValue")]
    [TestCase("string", "{|TM0203:Lambda|}", TestName = "IsReportedForALambdaFromElsewhere")]
    [TestCase("string", "a => {|TM0203:{ return a.Email; }|}", TestName = "IsReportedForABlock")]
    [TestCase("string", "a => {|TM0203:(string)a.Email|}", TestName = "IsReportedForACastThatDoesNothing")]
    [TestCase("string", "a => /* the login */ {|TM0203:a.Email|}", TestName = "IsReportedForACommentInTheLambda")]
    public Task IsReportedFor(string type, string lambda) => RuleTest<PropertyOfAnotherRecord>.Verify(With(type, lambda));

    [TestCase("string", "a => a.Id", TestName = "IsSilentOnAnInheritedProperty")]
    [TestCase("string?", "a => a.Email", TestName = "IsSilentOnAnotherNullability")]
    [TestCase("string", "a => (a.Email)", TestName = "IsSilentOnParentheses")]
    [TestCase("string", "a => a.Email!", TestName = "IsSilentOnAForgivenNull")]
    [TestCase("string", "static (Account a) => a.Email", TestName = "IsSilentOnAParameterWithItsType")]
    [TestCase("Address", "account => account.Home", TestName = "IsSilentOnARecord")]
    public Task IsSilentOn(string type, string lambda) => RuleTest<PropertyOfAnotherRecord>.Verify(With(type, lambda));

    private static string With(string type, string lambda) => AccountsCode.With(
        $"""
        private static readonly Account Other = new("", "", new("", new("")), 0);
        private static readonly Func<Account, string> Lambda = a => a.Email;
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, Address> Home = Table.Required("home", a => a.Home);
        public static readonly Field<Account, Place> Place = Home.Required("place", h => h.Place);
        public static readonly Field<Account, {type}> Tried = Table.Required{(type == "long" ? "<long>" : "")}("tried", {lambda});
        """,
        Records);
}
