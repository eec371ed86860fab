using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class TablesChange
{
    private static Table<None> Table(string name)
    {
        var table = new Table<None>(name);
        table.Key(t => t.Id);
        return table;
    }

    private readonly Table<None> _old = Table("permissions");
    private readonly Table<None> _now = Table("roles");

    [Test]
    public void AVanishedTableIsAProblemWithTheLinesToAdd() => Assert.That(Difference.Between([_old], []).Text, Is.EqualTo(
        """
        TM2104: Migration 20201027_ManyRoles of module Accounts: table permissions is gone, and no step says where to.
        Add to Up: up.Drop(Old.PermissionsTable.Table); or up.Rename(Old.PermissionsTable.Table, …);
        """));

    [Test]
    public void ADroppedTableIsAccountedFor()
    {
        var work = Difference.Between([_old], [], up => up.Drop(_old)).Work;

        Assert.That(work.Tables.Single().After, Is.Null);
        Assert.That(work.Steps.Single().IsDestructive, Is.True);
    }

    [Test]
    public void ARenamedTableKeepsItsDocuments()
    {
        var difference = Difference.Between(_old, _now, up => up.Rename(_old, _now));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Tables.Single().IsRenamed, Is.True);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Is.EqualTo(["rename table permissions to roles"]));
    }

    [Test]
    public void ATableRenamedOnlyByCaseNeedsTheStep()
    {
        var now = Table("Permissions");

        Assert.That(Difference.Between(_old, now).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.TableUnaccounted]));
        Assert.That(Difference.Between(_old, now, up => up.Rename(_old, now)).Work.Tables.Single().IsRenamed, Is.True);
    }

    [Test]
    public void ANewTableFollowsFromTheConstants()
    {
        var roles = new Table<One<string>>("roles");
        roles.Key(r => r.Id);
        roles.Index("idx_roles_account_id", roles.Required("account_id", r => r.First));

        var difference = Difference.Between([], [roles]);

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => (step.Words, step.IsDerived)), Is.EqualTo(
            [("create table roles", true), ("create index idx_roles_account_id on account_id of roles", true)]));
    }

    [Test]
    public void ATableClaimedTwiceIsAContradiction() => Assert.That(Difference.Between(_old, _now, up =>
    {
        up.Drop(_old);
        up.Rename(_old, _now);
    }).Text, Is.EqualTo(
        """
        TM2106: Migration 20201027_ManyRoles of module Accounts: table permissions is claimed by 2 steps.
          step  drop table permissions
          step  rename table permissions to roles
        Keep one of them.
        """));

    [Test]
    public void TwoTablesCannotBecomeOne() => Assert.That(Difference.Between([_old, Table("roles")], [_now], up => up.Rename(_old, _now)).Text, Is.EqualTo(
        """
        TM2106: Migration 20201027_ManyRoles of module Accounts: table roles comes from 2 tables: permissions, roles.
        Rename only one of them to it, and merge the others: up.Merge(Old.…, …);
        """));

    [Test]
    public void ADroppedTableThatIsStillDeclaredIsAContradiction() => Assert.That(Difference.Between([_old], [Table("permissions")], up => up.Drop(_old)).Text, Is.EqualTo(
        """
        TM2106: Migration 20201027_ManyRoles of module Accounts: table permissions is dropped, but PermissionsTable.Table still declares it.
        Remove the step, or the constant.
        """));

    [Test]
    public void TheNameOfADroppedTableMayBeTakenByARename()
    {
        var oldRoles = Table("roles");

        var difference = Difference.Between([_old, oldRoles], [_now], up =>
        {
            up.Drop(oldRoles);
            up.Rename(_old, _now);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Tables.Select(table => (table.Before?.Name, table.After?.Name)), Is.EquivalentTo(
            new (string?, string?)[] { ("permissions", "roles"), ("roles", null) }));
    }

    [Test]
    public void TwoTablesMayChangeNames()
    {
        var (oldA, oldB, a, b) = (Table("a"), Table("b"), Table("a"), Table("b"));

        var difference = Difference.Between([oldA, oldB], [a, b], up =>
        {
            up.Rename(oldA, b);
            up.Rename(oldB, a);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Tables.Select(table => (table.Before!.Name, table.After!.Name)), Is.EqualTo([("a", "b"), ("b", "a")]));
    }

    [Test]
    public void AStepThatTakesAConstantOfNobodyIsAProblem() => Assert.That(Difference.Between([], [], up => up.Drop(_old)).Text, Is.EqualTo(
        """
        TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'drop table permissions' takes permissions, which the migration before does not declare.
        Name a constant of the migration before: Old.…
        """));

    [Test]
    public void AFieldOfADroppedTableCannotBeClaimedToo()
    {
        var old = new Table<One<string>>("permissions");
        old.Key(r => r.Id);
        var role = old.Required("role", r => r.First);
        var now = new Table<One<string>>("roles");
        now.Key(r => r.Id);
        var renamed = now.Required("role", r => r.First);

        Assert.That(Difference.Between(old, now, up =>
        {
            up.Drop(old);
            up.Rename(role, renamed);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'rename field permissions.role to roles.role' has nothing to work on: table permissions is dropped.
            Remove the step.
            """));
    }

    [Test]
    public void AFieldOfANewTableCannotBeFilled()
    {
        var roles = new Table<One<string>>("roles");
        roles.Key(r => r.Id);
        var role = roles.Required("role", r => r.First);

        Assert.That(Difference.Between([], [roles], up => up.Fill(role, "guest")).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'fill field roles.role with "guest"' has nothing to work on: table roles is new.
            Say which documents go there, with up.Partition, up.Merge, up.Split or up.Copy; or remove the step.
            """));
    }
}
