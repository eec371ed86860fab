using NUnit.Framework;

namespace TypedMigrations.Tests.Schemas;

public sealed class LambdaNamesAProperty
{
    private readonly Table<Account> _table = new("accounts");

    public record Base(string Id);

    public sealed record Account(string Id, string Email, string? Home, bool Active, bool @checked, Func<string> Made) : Base(Id)
    {
        internal int Hidden { get; init; }
    }

    [Test]
    public void ByTheShortestText() => Assert.That(_table.Required("email", a => a.Email).Property!.Name, Is.EqualTo("Email"));

    [Test]
    public void InParentheses() => Assert.That(_table.Required("email", static (Account a) => (a).Email).Property!.Name, Is.EqualTo("Email"));

    [Test]
    public void InSeveralLines()
    {
        var field = _table.Required(
            "home",
            account =>
                account
                    .Home!);

        Assert.That(field.Property!.Name, Is.EqualTo("Home"));
    }

    [Test]
    public void ThatIsAKeyword() => Assert.That(_table.Required("checked", @class => @class.@checked).Property!.Name, Is.EqualTo("checked"));

    [Test]
    public void OfTheBaseRecord() => Assert.That(_table.Key(a => a.Id).Property!.DeclaringType, Is.EqualTo(typeof(Base)));

    [Test]
    public void ThatIsNotPublic() => Assert.That(_table.Optional("hidden", a => a.Hidden).Property!.Name, Is.EqualTo("Hidden"));

    [TestCaseSource(nameof(Others))]
    public void AndNothingElse(Action declare) => Assert.That(() => declare(), Throws.ArgumentException.With.Message.Contains("A field is bound to one property of its record"));

    private static IEnumerable<TestCaseData> Others()
    {
        var table = new Table<Account>("accounts");
        Func<Account, string> elsewhere = a => a.Email;
        var other = new Account("", "", null, Active: false, @checked: false, () => "");
        yield return Named("ANegation", () => table.Required("x", a => !a.Active));
        yield return Named("ACall", () => table.Required("x", a => a.Made()));
        yield return Named("AConversion", () => table.Required("x", a => (object)a.Email));
        yield return Named("AConvertedValue", () => table.Required<object>("x", a => a.Email));
        yield return Named("APropertyOfAValue", () => table.Required("x", a => a.Email.Length));
        yield return Named("ABlock", () => table.Required("x", a => { return a.Email; }));
        yield return Named("ALambdaFromElsewhere", () => table.Required("x", elsewhere));
        yield return Named("AnotherRecord", () => table.Required("x", a => other.Email));
        yield return Named("AMethod", () => table.Required("x", Email));

        static string Email(Account account) => account.Email;
        static TestCaseData Named(string name, Action declare) => new TestCaseData(declare).SetArgDisplayNames(name);
    }
}
