using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class FieldIsGone
{
    private readonly Table<One<string>> _old = new("accounts");
    private readonly Table<None> _now = new("accounts");
    private readonly Field<One<string>, string> _phone;

    public FieldIsGone()
    {
        _old.Key(a => a.Id);
        _phone = _old.Required("phone", a => a.First);
        _now.Key(a => a.Id);
    }

    [Test]
    public void IsAProblemWithTheLinesToAdd() => Assert.That(Difference.Between(_old, _now).Text, Is.EqualTo(
        """
        TM2101: Migration 20201027_ManyRoles of module Accounts: field accounts.phone is gone, and no step says where to.
        Add to Up: up.Drop(Old.AccountsTable.Phone); or up.Rename(Old.AccountsTable.Phone, …); or up.Convert(Old.AccountsTable.Phone, …);
        """));

    [Test]
    public void IsAccountedForByADrop()
    {
        var difference = Difference.Between(_old, _now, up => up.Drop(_phone));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["drop field accounts.phone"]));
    }

    [Test]
    public void IsAContradictionWhenItIsDroppedTwice() => Assert.That(Difference.Between(_old, _now, up =>
    {
        up.Drop(_phone);
        up.Drop(_phone);
    }).Text, Is.EqualTo(
        """
        TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.phone is claimed by 2 steps.
          step  drop field accounts.phone
          step  drop field accounts.phone
        Keep one of them.
        """));

    [Test]
    public void IsAContradictionWhenItIsDroppedButStillDeclared()
    {
        var same = new Table<One<string>>("accounts");
        same.Key(a => a.Id);
        same.Required("phone", a => a.First);

        Assert.That(Difference.Between(_old, same, up => up.Drop(_phone)).Text, Does.StartWith(
            "TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.phone is dropped, but AccountsTable.Phone still declares it."));
    }
}
