using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class IndexesChange
{
    private static Table<One<string>> Table(out Field<One<string>, string> name)
    {
        var table = new Table<One<string>>("orgs");
        table.Key(t => t.Id);
        name = table.Required("name", t => t.First);
        return table;
    }

    private static string[] Steps(Action<Table<One<string>>, Field<One<string>, string>> old, Action<Table<One<string>>, Field<One<string>, string>> now)
    {
        var (before, after) = (Table(out var oldName), Table(out var name));
        old(before, oldName);
        now(after, name);
        return [.. Difference.Between(before, after).Work.Steps.Select(step => step.Words)];
    }

    [Test]
    public void ANewOneIsCreated() => Assert.That(Steps((_, _) => { }, (t, f) => t.UniqueIndex("idx", f)), Is.EqualTo(["create unique index idx on name of orgs"]));

    [Test]
    public void ARemovedOneIsDropped() => Assert.That(Steps((t, f) => t.Index("idx", f), (_, _) => { }), Is.EqualTo(["drop index idx on name of orgs"]));

    [Test]
    public void AChangedOneIsDroppedAndCreated() => Assert.That(
        Steps((t, f) => t.UniqueIndex("idx", f), (t, f) => t.Index("idx", f)), Is.EqualTo(["drop unique index idx on name of orgs", "create index idx on name of orgs"]));

    [Test]
    public void OneThatStaysIsNotTouched() => Assert.That(Steps((t, f) => t.UniqueIndex("idx", f), (t, f) => t.UniqueIndex("idx", f)), Is.Empty);

    [Test]
    public void OneThatIsUniqueWherePresentSaysSo() => Assert.That(
        Steps((_, _) => { }, (t, f) => t.UniqueIndexWherePresent("idx", f)), Is.EqualTo(["create unique index idx on name where present of orgs"]));

    [Test]
    public void ValuesAreMadeUniqueBeforeIt()
    {
        var (before, after) = (Table(out _), Table(out var name));
        after.UniqueIndex("idx", name);

        var work = Difference.Between(before, after, up => up.MakeUnique(name, (text, n) => $"{text} ({n})")).Work;

        Assert.That(work.Tables.Single().MakeUnique.Single().Field.Path, Is.EqualTo("name"));
        Assert.That(work.Steps.Select(step => step.Words), Is.EqualTo(["make orgs.name unique by (text, n) => $\"{text} ({n})\"", "create unique index idx on name of orgs"]));
    }

    [Test]
    public void ValuesAreMadeUniqueByOneRuleOnly()
    {
        var (before, after) = (Table(out _), Table(out var name));

        Assert.That(Difference.Between(before, after, up =>
        {
            up.MakeUnique(name, (text, n) => text + n);
            up.MakeUnique(name, (text, n) => text + "-" + n);
        }).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.ContradictingSteps]));
    }
}
