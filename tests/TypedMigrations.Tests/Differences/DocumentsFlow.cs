using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class DocumentsFlow
{
    private static (Table<One<string?>> Table, Field<One<string?>, string> Id, Field<One<string?>, string?> Name) Table(string name, string field = "name")
    {
        var table = new Table<One<string?>>(name);
        return (table, table.Key(t => t.Id), table.Optional(field, t => t.First));
    }

    private static Table<One<int>> Numbered(string name)
    {
        var table = new Table<One<int>>(name);
        table.Key(t => t.First);
        table.Optional("id", t => t.Id);
        return table;
    }

    [Test]
    public void AreToldInThePlan()
    {
        var (a, b, c, d, e) = (Table("a"), Table("b"), Table("c"), Table("d"), Table("e"));
        var (a2, copy, b2, d2, part, e2, half) = (Table("a"), Table("copy"), Table("b"), Table("d"), Table("part"), new Table<None>("e"), Table("half"));
        e2.Key(t => t.Id);

        var difference = Difference.Between([a.Table, b.Table, c.Table, d.Table, e.Table], [a2.Table, copy.Table, b2.Table, d2.Table, part.Table, e2, half.Table], up =>
        {
            up.Copy(a.Table, copy.Table);
            up.Merge(c.Table, b2.Id, old => "c" + old.Id).KeepDangling();
            up.Partition(d.Table, part.Table, old => old.First is null);
            up.Split(e.Table, half.Table);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Is.EqualTo(
        [
            "copy table a to copy",
            "merge table c into b, keys by old => \"c\" + old.Id, dangling references kept",
            "partition table d: into part where old => old.First is null",
            "split table e: what half declares goes there",
            "leave field e.name to table half",
            "create table copy",
            "create table half",
            "create table part",
        ]));
        Assert.That(difference.Work.LooksUpStateBefore, Is.True);
        Assert.That(difference.Work.Steps.Any(step => step.IsDestructive), Is.False);
    }

    [Test]
    public void LeaveAFieldToTheirCopies()
    {
        var (a, copy) = (Table("a"), Table("copy"));
        var now = new Table<None>("a");
        now.Key(t => t.Id);

        var difference = Difference.Between([a.Table], [now, copy.Table], up => up.Copy(a.Table, copy.Table));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Is.EqualTo(["copy table a to copy", "leave field a.name to table copy", "create table copy"]));
    }

    [Test]
    public void CannotGoIntoTheTableThatTheyAreIn()
    {
        var (old, now) = (Table("a"), Table("b"));

        Assert.That(Difference.Between(old.Table, now.Table, up =>
        {
            up.Rename(old.Table, now.Table);
            up.Copy(old.Table, now.Table);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'copy table a to b' leads into the table that a itself becomes.
            Name another table of this migration.
            """));
    }

    [Test]
    public void KeepTheirKeysUnlessAFunctionMakesNewOnes()
    {
        var (a, into) = (Table("a"), Numbered("b"));

        Assert.That(Difference.Between([a.Table], [into], up =>
        {
            up.Merge(a.Table, into);
            up.Drop(a.Name);
        }).Text, Is.EqualTo(
            """
            TM2107: Migration 20201027_ManyRoles of module Accounts: the key of table a changes from string to int.
            Add to Up: up.Merge(Old.ATable.Table, BTable.Id, old => …);
            """));
    }

    [Test]
    public void ToAKeyOfAnotherTypeByACopyAreDerivedInstead()
    {
        var (a, still, copy) = (Table("a"), Table("a"), Numbered("b"));

        Assert.That(Difference.Between([a.Table], [still.Table, copy], up => up.Copy(a.Table, copy)).Text, Is.EqualTo(
            """
            TM2107: Migration 20201027_ManyRoles of module Accounts: the key of table a changes from string to int.
            Add to Up: up.Insert(Old.ATable.Table, BTable.Table, (old, before) => …); or declare BTable.Id with the type of Old.ATable.Id
            """));
    }

    [Test]
    public void MustAccountForEveryField()
    {
        var (a, b, b2) = (Table("a", "mail"), Table("b"), Table("b"));

        Assert.That(Difference.Between([a.Table, b.Table], [b2.Table], up => up.Merge(a.Table, b2.Table)).Text, Is.EqualTo(
            """
            TM2101: Migration 20201027_ManyRoles of module Accounts: field a.mail is gone, and no step says where to.
            Add to Up: up.Drop(Old.ATable.Mail); or up.Rename(Old.ATable.Mail, …); or up.Convert(Old.ATable.Mail, …);
            """));
    }

    [Test]
    public void MustGetARequiredFieldWhereverTheyComeFrom()
    {
        var (a, b) = (Table("a"), Table("b"));
        var now = new Table<One<string>>("b");
        now.Key(t => t.Id);
        var name = now.Required("name", t => t.First);

        Assert.That(Difference.Between([a.Table, b.Table], [now], up =>
        {
            up.Merge(a.Table, now);
            up.Fill(name, b.Table, (_, _) => "x");
        }).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field b.name was optional and is now required, and nothing fills it where it is missing.
            Add to Up: up.Fill(BTable.Name, …);
            """));
        Assert.That(Difference.Between([a.Table, b.Table], [now], up =>
        {
            up.Merge(a.Table, now);
            up.Fill(name, b.Table, (_, _) => "x");
            up.Fill(name, a.Table, (_, _) => "y");
        }).Text, Is.Empty);
    }

    [Test]
    public void DoNotGoTwoWaysAtOnce()
    {
        var (a, b, c) = (Table("a"), Table("b"), Table("c"));

        Assert.That(Difference.Between([a.Table], [b.Table, c.Table], up =>
        {
            up.Merge(a.Table, b.Table);
            up.Rename(a.Table, c.Table);
        }).Text, Does.StartWith(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: table a is claimed by 2 steps.
              step  merge table a into b
              step  rename table a to c
            Keep one of them.
            """));
    }

    [Test]
    public void ComeFromTheMigrationBefore()
    {
        var (a, b) = (Table("a"), Table("b"));

        Assert.That(Difference.Between([a.Table], [b.Table], up =>
        {
            up.Rename(a.Table, b.Table);
            up.Merge(b.Table, b.Table);
            up.Copy(a.Table, a.Table);
        }).Text, Is.EqualTo(
            """
            TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'merge table b into b' takes b, which the migration before does not declare.
            Name a constant of the migration before: Old.…

            TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'copy table a to a' makes a, which this migration does not declare.
            Name a constant of this migration, without Old.
            """));
    }

    [Test]
    public void AreNotDroppedAndCleanedAtOnce()
    {
        var a = Table("a");

        Assert.That(Difference.Between([a.Table], [], up =>
        {
            up.Drop(a.Table);
            up.RemoveDuplicates(a.Name, (first, _) => first);
            up.RenameType(a.Table, "A", "B");
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'remove duplicates by a.name, keep by (first, _) => first' has nothing to work on: table a is dropped.
            Remove the step.

            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'rename type 'A' to 'B' in a' has nothing to work on: table a is dropped.
            Remove the step.
            """));
    }

    [Test]
    public void HaveDuplicatesByFieldsOfOneTableThatADocumentHasOnce()
    {
        var (a, b, a2, b2) = (Table("a"), Table("b"), Table("a"), Table("b"));
        var (list, list2) = (new Table<One<Part<string>[]>>("list"), new Table<One<Part<string>[]>>("list"));
        list.Key(t => t.Id);
        list2.Key(t => t.Id);
        var number = list.Required("phones", t => t.First).Each().Required("number", p => p.First);
        list2.Required("phones", t => t.First).Each().Required("number", p => p.First);

        Assert.That(Difference.Between([a.Table, b.Table, list], [a2.Table, b2.Table, list2], up =>
        {
            up.RemoveDuplicates([a.Name, b.Name], (first, _) => first);
            up.RemoveDuplicates(number, (first, _) => first);
            up.RemoveDuplicates((Field<None>[])[], (first, _) => first);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'remove duplicates by a.name, b.name, keep by (first, _) => first' names fields of several tables.
            Name fields of one table.

            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'remove duplicates by list.phones[].number, keep by (first, _) => first' names phones[].number, of which a document has several.
            Name fields that a document has once.

            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'remove duplicates by , keep by (first, _) => first' names no field.
            Name the fields whose values documents share.
            """));
    }

    [Test]
    public void HaveTypesThatAreRenamedOnce()
    {
        var (a, a2) = (Table("a"), Table("a"));

        Assert.That(Difference.Between(a.Table, a2.Table, up =>
        {
            up.RenameType(a.Table, "A", "B");
            up.RenameType(a.Table, "A", "C");
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: type 'A' of table a is renamed by 2 steps.
              step  rename type 'A' to 'B' in a
              step  rename type 'A' to 'C' in a
            Keep one of them.
            """));
    }

    [Test]
    public void AreConvertedAsAWholeOrFieldByField()
    {
        var (a, now) = (Table("a"), Table("a", "title"));

        Assert.That(Difference.Between(a.Table, now.Table, up =>
        {
            up.Convert(a.Table, now.Table, (old, _) => old);
            up.Rename(a.Name, now.Name);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'rename field a.name to title' concerns a table that is converted as a whole.
              step  convert table a by (old, _) => old
            Remove the step, and let the conversion do it.
            """));
        Assert.That(Difference.Between(a.Table, now.Table, up => up.Convert(a.Table, now.Table, (old, _) => old)).Text, Is.Empty);
    }

    [Test]
    public void KeepTheirKeysInAWholeConversion()
    {
        var (a, now) = (Table("a"), Numbered("a"));

        Assert.That(Difference.Between(a.Table, now, up => up.Convert(a.Table, now, (old, _) => new One<int>(old.Id, 1))).Text, Is.EqualTo(
            """
            TM2107: Migration 20201027_ManyRoles of module Accounts: the key of table a changes from string to int.
            Keep the key in this migration, and change it in one of its own with up.Rekey(…).
            """));
    }
}
