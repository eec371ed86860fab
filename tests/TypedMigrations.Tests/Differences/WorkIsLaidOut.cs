using TypedMigrations.Planning;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

/// <summary>What a store is told to do with the documents of each table, and on which way.</summary>
public sealed class WorkIsLaidOut
{
    private static (Table<Two<string?, string?>> Table, Field<Two<string?, string?>, string> Id, Field<Two<string?, string?>, string?> Name, Field<Two<string?, string?>, string?> City) Table(
        string name, string first = "name", string second = "city")
    {
        var table = new Table<Two<string?, string?>>(name);
        return (table, table.Key(t => t.Id), table.Optional(first, t => t.First), table.Optional(second, t => t.Second));
    }

    private static (Table<One<string?>> Table, Field<One<string?>, string> Id, Field<One<string?>, string?> First) Small(string name, string first)
    {
        var table = new Table<One<string?>>(name);
        return (table, table.Key(t => t.Id), table.Optional(first, t => t.First));
    }

    private static string Text(MigrationWork work) => string.Join('\n', work.Tables.Select(Text).Concat(work.Flows.Select(Text)));

    private static string Text(TableWork table) =>
        $"{table.Before?.Name ?? "nothing"} becomes {table.After?.Name ?? "nothing"}{(table.IsRekeyed ? ", rekeyed" : "")}{Text(", leaving", table.Leaving)}{Text(table.Changes)}{Text(table.Carried)}";

    private static string Text(DocumentFlow flow) =>
        $"{flow.Step.Words}: {flow.From.Name} to {flow.Into.Name}{(flow.Rekey is { } rekey ? $", keys of {rekey.From.Name}" : "")}{Text(", partitions", flow.Partitions)}{Text(flow.Changes)}{Text(flow.Carried)}";

    private static string Text(DocumentChanges changes) => Text(", fields", changes.Fields.Select(change => change.Step)) + Text(", documents", changes.Documents);

    private static string Text(string words, IEnumerable<Step> steps) => steps.Any() ? $"{words} [{string.Join("; ", steps.Select(step => step.Words))}]" : "";

    private static string Text(IReadOnlyDictionary<string, string> carried) =>
        carried.Count == 0 ? "" : $", as it is {string.Join(' ', carried.Select(pair => pair.Key == pair.Value ? pair.Key : $"{pair.Value}>{pair.Key}").Order(StringComparer.Ordinal))}";

    [Test]
    public void InPartitionsWhereTheFirstThatHoldsDecides()
    {
        var (a, b) = (Table("a"), Table("b"));
        var (a2, b2, copy, first, second) = (Table("a"), Table("b"), Table("copy"), Table("first"), Table("second"));

        var difference = Difference.Between([a.Table, b.Table], [a2.Table, b2.Table, copy.Table, first.Table, second.Table], up =>
        {
            up.Copy(a.Table, copy.Table);
            up.Partition(a.Table, first.Table, old => old.First is null);
            up.Partition(a.Table, second.Table, old => old.Second is null);
            up.Partition(b.Table, second.Table, old => old.First == "b");
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes a, leaving [partition table a: into first where old => old.First is null; partition table a: into second where old => old.Second is null], as it is _id city name
            b becomes b, leaving [partition table b: into second where old => old.First == "b"], as it is _id city name
            nothing becomes copy
            nothing becomes first
            nothing becomes second
            copy table a to copy: a to copy, as it is _id city name
            partition table a: into first where old => old.First is null: a to first, partitions [partition table a: into first where old => old.First is null; partition table a: into second where old => old.Second is null], as it is _id city name
            partition table a: into second where old => old.Second is null: a to second, partitions [partition table a: into first where old => old.First is null; partition table a: into second where old => old.Second is null], as it is _id city name
            partition table b: into second where old => old.First == "b": b to second, partitions [partition table b: into second where old => old.First == "b"], as it is _id city name
            """));
    }

    [Test]
    public void WherePartitionedDocumentsGetOtherKeysToo()
    {
        var (a, b, a2, b2, part) = (Table("a"), Table("b"), Table("a"), Table("b"), Table("part"));

        var difference = Difference.Between([a.Table, b.Table], [a2.Table, b2.Table, part.Table], up =>
        {
            up.Rekey(b.Id, b2.Id, old => "b" + old.Id);
            up.Rekey(a.Id, a2.Id, old => "a" + old.Id);
            up.Partition(a.Table, part.Table, old => old.First is null);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes a, rekeyed
            b becomes b, rekeyed
            nothing becomes part
            partition table a: into part where old => old.First is null: a to part, partitions [partition table a: into part where old => old.First is null], as it is _id city name
            rekey table a by old => "a" + old.Id: a to a, keys of a, partitions [partition table a: into part where old => old.First is null], as it is _id city name
            rekey table b by old => "b" + old.Id: b to b, keys of b, as it is _id city name
            """));
    }

    [Test]
    public void WhereMergedDocumentsGetOtherKeys()
    {
        var (a, b, c, c2) = (Table("a"), Table("b"), Table("c"), Table("c"));

        var difference = Difference.Between([a.Table, b.Table, c.Table], [c2.Table], up =>
        {
            up.Merge(a.Table, c2.Id, old => "a" + old.Id);
            up.Merge(b.Table, c2.Id, old => "b" + old.Id);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes nothing
            b becomes nothing
            c becomes c, as it is _id city name
            merge table a into c, keys by old => "a" + old.Id: a to c, keys of a, as it is _id city name
            merge table b into c, keys by old => "b" + old.Id: b to c, keys of b, as it is _id city name
            """));
    }

    [Test]
    public void InTwoHalves()
    {
        var (a, left, right, copy) = (Table("a"), Small("a", "name"), Small("right", "city"), Small("copy", "city"));

        var difference = Difference.Between([a.Table], [left.Table, right.Table, copy.Table], up =>
        {
            up.Copy(a.Table, copy.Table);
            up.Split(a.Table, right.Table);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes a, fields [leave field a.city to table right], as it is _id name
            nothing becomes copy
            nothing becomes right
            copy table a to copy: a to copy, fields [leave field a.name to table a], as it is _id city
            split table a: what right declares goes there: a to right, as it is _id city
            """));
    }

    [Test]
    public void WhereAHalfTakesAFieldUnderAnotherName()
    {
        var (a, left, right) = (Table("a"), Small("a", "name"), Small("right", "town"));

        var difference = Difference.Between([a.Table], [left.Table, right.Table], up =>
        {
            up.Split(a.Table, right.Table);
            up.Convert(a.City, right.First, city => city);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes a, fields [leave field a.city to table right], as it is _id name
            nothing becomes right
            split table a: what right declares goes there: a to right, fields [convert field a.city to right.town by city => city], as it is _id
            """));
    }

    [Test]
    public void WhereElementsAreSplit()
    {
        var (a, left, right) = (new Table<One<Parts<string?, string?>[]>>("a"), new Table<One<Part<string?>[]>>("a"), new Table<One<Part<string?>[]>>("right"));
        a.Key(t => t.Id);
        left.Key(t => t.Id);
        right.Key(t => t.Id);
        var each = a.Required("parts", t => t.First).Each();
        each.Optional("name", p => p.First);
        each.Optional("city", p => p.Second);
        left.Required("parts", t => t.First).Each().Optional("name", p => p.First);
        right.Required("parts", t => t.First).Each().Optional("city", p => p.First);

        var difference = Difference.Between([a], [left, right], up => up.Split(a, right));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes a, fields [leave field a.parts[].city to table right], as it is _id parts parts[].name
            nothing becomes right
            split table a: what right declares goes there: a to right, fields [leave field a.parts[].name to table a], as it is _id parts parts[].city
            """));
    }

    [Test]
    public void WhereOneTableIsConvertedAsAWhole()
    {
        var (a, b, c, c2, a2) = (Table("a"), Table("b", "title"), Table("c"), Table("c"), Table("a", "title"));

        var difference = Difference.Between([a.Table, b.Table, c.Table], [a2.Table, c2.Table], up =>
        {
            up.Convert(a.Table, a2.Table, (old, _) => old);
            up.Merge(b.Table, a2.Table);
            up.RenameType(c.Table, "A", "B");
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes a, documents [convert table a by (old, _) => old]
            b becomes nothing
            c becomes c, documents [rename type 'A' to 'B' in c], as it is _id city name
            merge table b into a: b to a, as it is _id city title
            """));
    }

    [Test]
    public void WhereValuesStayAsTheyAreThoughNotInTheirPlace()
    {
        var (a, a2) = (Table("a"), Table("b", "title", "town"));

        var difference = Difference.Between(a.Table, a2.Table, up =>
        {
            up.Rename(a.Table, a2.Table);
            up.Rename(a.Name, a2.Name);
            up.Convert(a.City, a2.City, city => city);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(Text(difference.Work), Is.EqualTo(
            """
            a becomes b, fields [rename field a.name to b.title; convert field a.city to b.town by city => city], as it is _id name>title
            """));
    }

    [Test]
    public void WhereEveryDocumentGoesIntoAPartition()
    {
        var (a, first, second) = (Table("a"), Table("first"), Table("second"));

        var difference = Difference.Between([a.Table], [first.Table, second.Table], up =>
        {
            up.Partition(a.Table, first.Table, old => old.First is null);
            up.Partition(a.Table, second.Table, old => old.First is not null);
        });

        Assert.That((difference.Text, Text(difference.Work.Tables[0])), Is.EqualTo(("", "a becomes nothing")));
    }

    [Test]
    public void WhereMisfitsStayAsTheyAre()
    {
        var (a, a2) = (Table("a"), Table("a", "name", "town"));

        var difference = Difference.Between(a.Table, a2.Table, up =>
        {
            up.Convert(a.City, a2.City, city => city).KeepMisfits();
            up.Fill(a2.Name, a.Table, (old, _) => old.Id).KeepMisfits();
        });

        Assert.That((difference.Text, Text(difference.Work.Tables[0])), Is.EqualTo(
            ("", "a becomes a, fields [convert field a.city to town by city => city, misfits kept; fill field a.name by (old, _) => old.Id, misfits kept], as it is _id city>town name")));
    }

    [Test]
    public void WithIndexesThatAreMadeAnewWhereTheirValuesAreMadeUnique()
    {
        var (a, a2) = (Table("a"), Table("a"));
        foreach (var table in new[] { a, a2 })
        {
            table.Table.UniqueIndexWherePresent("by_name", table.Name);
            table.Table.UniqueIndexWherePresent("by_city", table.City);
        }

        var work = Difference.Between(a.Table, a2.Table, up => up.MakeUnique(a2.Name, (name, n) => name + n)).Work.Tables.Single();

        Assert.That(work.DropIndexes.Select(index => index.Name), Is.EqualTo(["by_name"]));
        Assert.That(work.CreateIndexes.Select(index => index.Name), Is.EqualTo(["by_name"]));
    }

    [Test]
    public void WhereAValueIsSplitInsideOfItsRecordAndOutOfIt()
    {
        var (a, a2) = (new Table<One<Part<string>>>("a"), new Table<Two<Part<string>, string>>("a"));
        a.Key(t => t.Id);
        a2.Key(t => t.Id);
        var city = a.Required("home", t => t.First).Required("city", h => h.First);
        var (first, second) = (a2.Required("home", t => t.First).Required("town", h => h.First), a2.Required("state", t => t.Second));

        var difference = Difference.Between(a, a2, up => up.Split(city, first, second, value => (value, value)));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Tables[0].Changes.Fields.Select(change => (change.Scope, change.ScopeAfter)), Is.EqualTo([("", "")]));
    }

    [Test]
    public void WhereAnArrayOfRecordsIsUnwrapped()
    {
        var (a, a2) = (new Table<One<Part<string>[]>>("a"), new Table<One<Part<string>>>("a"));
        a.Key(t => t.Id);
        a2.Key(t => t.Id);
        var (parts, part) = (a.Required("parts", t => t.First), a2.Required("part", t => t.First));
        parts.Each().Required("name", p => p.First);
        part.Required("name", p => p.First);

        var difference = Difference.Between(a, a2, up => up.Unwrap(parts, part));

        Assert.That((difference.Text, Text(difference.Work.Tables[0])), Is.EqualTo(("", "a becomes a, fields [unwrap array a.parts to part], as it is _id parts>part parts[].name>part.name")));
    }

    [Test]
    public void WhereARecordInARecordIsHoisted()
    {
        var (a, a2) = (new Table<One<Part<Part<string>>>>("a"), new Table<One<Part<string>>>("a"));
        a.Key(t => t.Id);
        a2.Key(t => t.Id);
        var place = a.Required("home", t => t.First).Required("place", h => h.First);
        place.Required("city", p => p.First);
        a2.Required("home", t => t.First).Required("city", h => h.First);

        var difference = Difference.Between(a, a2, up => up.Hoist(place));

        Assert.That((difference.Text, Text(difference.Work.Tables[0])), Is.EqualTo(("", "a becomes a, fields [hoist record a.home.place], as it is _id home home.place.city>home.city")));
    }
}
