using TypedMigrations.Planning;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class FieldIsNew
{
    private readonly Table<None> _old = new("accounts");
    private readonly Table<One<string>> _now = new("accounts");

    public FieldIsNew()
    {
        _old.Key(a => a.Id);
        _now.Key(a => a.Id);
    }

    [Test]
    public void NeedsAFillWhenItIsRequired()
    {
        _now.Required("phone", a => a.First);

        Assert.That(Difference.Between(_old, _now).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.phone is new and required, and nothing fills it.
            Add to Up: up.Fill(AccountsTable.Phone, …); or declare it with Table.Optional.
            """));
    }

    [Test]
    public void NeedsNothingWhenItIsOptional()
    {
        _now.Optional("phone", a => a.First);

        var difference = Difference.Between(_old, _now);

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.Empty);
    }

    [Test]
    public void IsFilledWithAValue()
    {
        var phone = _now.Required("phone", a => a.First);

        var difference = Difference.Between(_old, _now, up => up.Fill(phone, "none"));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["fill field accounts.phone with \"none\""]));
        Assert.That(difference.Work.LooksUpStateBefore, Is.False);
    }

    [Test]
    public void IsFilledFromItsOldRecord()
    {
        var phone = _now.Required("phone", a => a.First);

        var difference = Difference.Between(_old, _now, up => up.Fill(phone, _old, (old, _) => old.Id));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["fill field accounts.phone by (old, _) => old.Id"]));
        Assert.That(difference.Work.LooksUpStateBefore, Is.True, "the store must keep the state before readable");
    }

    [Test]
    public void CannotBeFilledFromTheRecordsOfAnotherTable()
    {
        var phone = _now.Required("phone", a => a.First);
        var (oldRoles, roles) = (new Table<None>("roles"), new Table<None>("roles"));
        oldRoles.Key(r => r.Id);
        roles.Key(r => r.Id);

        var difference = Difference.Between([_old, oldRoles], [_now, roles], up => up.Fill(phone, oldRoles, (role, _) => role.Id));

        Assert.That(difference.Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'fill field accounts.phone by (role, _) => role.Id' reads table roles, whose documents are not those of accounts.
            Name Old.AccountsTable.Table, and look other tables up with the function's second argument.
            """));
    }

    [Test]
    public void CannotBeFilledTwice()
    {
        var phone = _now.Required("phone", a => a.First);

        Assert.That(Difference.Between(_old, _now, up =>
        {
            up.Fill(phone, "a");
            up.Fill(phone, "b");
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.phone is filled twice.
            Keep one of the fills.
            """));
    }

    [Test]
    public void CannotBeFilledByAConstantOfTheMigrationBefore()
    {
        var other = new Table<One<string>>("accounts");
        var foreign = other.Optional("phone", a => a.First);
        _now.Optional("phone", a => a.First);

        Assert.That(Difference.Between(_old, _now, up => up.Fill(foreign, "a")).Text, Is.EqualTo(
            """
            TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'fill field accounts.phone with "a"' makes accounts.phone, which this migration does not declare.
            Name a constant of this migration, without Old.
            """));
    }

    [Test]
    public void TellsTheStoreWhereItIs()
    {
        var phone = _now.Required("phone", a => a.First);

        var change = Difference.Between(_old, _now, up => up.Fill(phone, "none")).Work.Tables.Single().Changes.Fields.Single();

        Assert.That((change.Sources.Count, change.Targets.Single().Path, change.Scope), Is.EqualTo((0, "phone", "")));
        Assert.That(change.Step, Is.TypeOf<FillField>());
    }
}
