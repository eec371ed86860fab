using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class DocumentsAreDerived
{
    private static Table<None> Table(string name)
    {
        var table = new Table<None>(name);
        table.Key(t => t.Id);
        return table;
    }

    [Test]
    public void FromATableOfTheMigrationBefore()
    {
        var (old, now, roles) = (Table("accounts"), Table("accounts"), Table("roles"));

        var difference = Difference.Between([old], [now, roles], up => up.Insert(old, roles, (account, _) => new None(account.Id + ":guest")));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Inserts.Select(insert => (insert.From.Name, insert.Into.Name)), Is.EqualTo([("accounts", "roles")]));
        Assert.That(difference.Work.LooksUpStateBefore, Is.True);
    }

    [Test]
    public void FromATableThatIsDropped()
    {
        var (old, roles) = (Table("accounts"), Table("roles"));

        Assert.That(Difference.Between([old], [roles], up =>
        {
            up.Drop(old);
            up.Insert(old, roles, (account, _) => new None(account.Id));
        }).Text, Is.Empty);
    }

    [Test]
    public void NotFromATableOfThisMigration()
    {
        var (old, now, roles) = (Table("accounts"), Table("accounts"), Table("roles"));

        Assert.That(Difference.Between([old], [now, roles], up => up.Insert(now, roles, (account, _) => account)).Text, Is.EqualTo(
            """
            TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'insert into roles from accounts by (account, _) => account' takes accounts, which the migration before does not declare.
            Name a constant of the migration before: Old.…
            """));
    }

    [Test]
    public void NotIntoATableOfTheMigrationBefore()
    {
        var (old, now) = (Table("accounts"), Table("accounts"));

        Assert.That(Difference.Between([old], [now], up => up.Insert(old, old, (account, _) => account)).Text, Is.EqualTo(
            """
            TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'insert into accounts from accounts by (account, _) => account' makes accounts, which this migration does not declare.
            Name a constant of this migration, without Old.
            """));
    }
}
