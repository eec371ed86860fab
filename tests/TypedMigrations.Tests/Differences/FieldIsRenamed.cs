using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class FieldIsRenamed
{
    private readonly Table<One<string>> _old = new("accounts");
    private readonly Table<One<string>> _now = new("accounts");

    public FieldIsRenamed()
    {
        _old.Key(a => a.Id);
        _now.Key(a => a.Id);
    }

    [Test]
    public void IsAccountedFor()
    {
        var mail = _old.Required("mail", a => a.First);
        var email = _now.Required("email", a => a.First);

        var difference = Difference.Between(_old, _now, up => up.Rename(mail, email));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["rename field accounts.mail to email"]));
    }

    [Test]
    public void IsARenameWhenOnlyTheCaseChanges()
    {
        var mail = _old.Required("Email", a => a.First);
        var email = _now.Required("email", a => a.First);

        Assert.That(Difference.Between(_old, _now).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.FieldUnaccounted, ErrorCode.RequiredFieldUnfilled]));
        Assert.That(Difference.Between(_old, _now, up => up.Rename(mail, email)).Text, Is.Empty);
    }

    [Test]
    public void NeedsAFillWhenItBecomesRequired()
    {
        var mail = _old.Optional("mail", a => a.First);
        var email = _now.Required("email", a => a.First);

        Assert.That(Difference.Between(_old, _now, up => up.Rename(mail, email)).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.email comes from an optional one and is required, and nothing fills it where it is missing.
            Add to Up: up.Fill(AccountsTable.Email, …);
            """));
        Assert.That(Difference.Between(_old, _now, up =>
        {
            up.Rename(mail, email);
            up.Fill(email, "");
        }).Text, Is.Empty);
    }

    [Test]
    public void CannotBecomeTheKey()
    {
        var mail = _old.Required("mail", a => a.First);
        var now = new Table<None>("accounts");
        var id = now.Key(a => a.Id);

        Assert.That(Difference.Between(_old, now, up => up.Rename(mail, id)).Text, Does.StartWith(
            "TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'rename field accounts.mail to _id' leads out of the document that holds the field."));
    }

    [Test]
    public void CannotMeetAnotherField()
    {
        var old = new Table<Two<string, string>>("accounts");
        old.Key(a => a.Id);
        var mail = old.Required("mail", a => a.First);
        old.Required("email", a => a.Second);
        var email = _now.Required("email", a => a.First);

        Assert.That(Difference.Between(old, _now, up => up.Rename(mail, email)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.email comes from 2 fields: mail, email.
            Keep one of them.
            """));
    }

    [Test]
    public void MayTakeTheNameOfOneThatIsDropped()
    {
        var old = new Table<Two<string, string>>("accounts");
        old.Key(a => a.Id);
        var mail = old.Required("mail", a => a.First);
        var unused = old.Required("email", a => a.Second);
        var email = _now.Required("email", a => a.First);

        Assert.That(Difference.Between(old, _now, up =>
        {
            up.Drop(unused);
            up.Rename(mail, email);
        }).Text, Is.Empty);
    }

    [Test]
    public void CannotLeadToAnotherTable()
    {
        var mail = _old.Required("mail", a => a.First);
        var kept = _now.Optional("kept", a => a.First);
        var (oldRoles, roles) = (new Table<None>("roles"), new Table<One<string>>("roles"));
        oldRoles.Key(r => r.Id);
        roles.Key(r => r.Id);
        var role = roles.Optional("mail", r => r.First);

        Assert.That(Difference.Between([_old, oldRoles], [_now, roles], up => up.Rename(mail, role)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'rename field accounts.mail to roles.mail' leads to a field of another table.
            Name a field of the table that accounts becomes, or say which documents go there: up.Copy, up.Split or up.Partition.
            """));
    }

    [Test]
    public void TakesItsIndexAlong()
    {
        var mail = _old.Required("mail", a => a.First);
        _old.UniqueIndex("idx", mail);
        var email = _now.Required("email", a => a.First);
        _now.UniqueIndex("idx", email);

        var work = Difference.Between(_old, _now, up => up.Rename(mail, email)).Work;

        Assert.That(work.Steps.Select(step => step.Words), Is.EqualTo(
            ["rename field accounts.mail to email", "drop unique index idx on mail of accounts", "create unique index idx on email of accounts"]));
    }

    [Test]
    public void MayChangeNothingElseOfItsType()
    {
        var mail = _old.Required("mail", a => a.First);
        var now = new Table<One<int>>("accounts");
        now.Key(a => a.Id);
        var number = now.Required("number", a => a.First);

        Assert.That(Difference.Between(_old, now, up => up.Rename(mail, number)).Text, Is.EqualTo(
            """
            TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.mail changes its type without a conversion.
              before  string
              after   int
            Add to Up: up.Convert(Old.AccountsTable.Mail, AccountsTable.Number, value => …);
            """));
    }

    public enum OldColor { Red }

    public enum Color { Red, Green }

    [Test]
    public void MayHoldAnEnumerationOfItsMigration()
    {
        var old = new Table<One<OldColor>>("accounts");
        old.Key(a => a.Id);
        var colour = old.Required("colour", a => a.First);
        var now = new Table<One<Color>>("accounts");
        now.Key(a => a.Id);
        var color = now.Required("color", a => a.First);

        Assert.That(Difference.Between(old, now, up => up.Rename(colour, color)).Text, Is.Empty);
    }
}
