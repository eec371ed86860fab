using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class MigrationOnlyAdds
{
    private enum Size { Small }

    private enum MoreSizes { Small, Large }

    private static readonly Table<One<string>> Old = Declare(table => table.Index("idx_name", table.Required("name", one => one.First)));

    private static Table<One<string>> Declare(Action<Table<One<string>>> more)
    {
        var table = new Table<One<string>>("accounts");
        table.Key(one => one.Id);
        more(table);
        return table;
    }

    private static Table<Two<string, T>> Declare<T>(Func<Table<Two<string, T>>, Index<Two<string, T>>?> more)
    {
        var table = new Table<Two<string, T>>("accounts");
        table.Key(two => two.Id);
        table.Index("idx_name", table.Required("name", two => two.First));
        more(table);
        return table;
    }

    private static string Problems(Table[] now, Action<Steps>? up = null) => Problems([Old], now, up);

    private static string Problems(Table[] old, Table[] now, Action<Steps>? up)
    {
        var steps = new Steps();
        up?.Invoke(steps);
        var (before, after) = (Constants.Schema(old), Constants.Schema(now));
        var definition = new MigrationDefinition(Difference.Id, before, after, [before], steps.List, _ => [], []) { IsAdditive = true };
        return Code.Plan(new MigrationCatalog([Code.Migration("20201027_ManyRoles", load: _ => definition)], []), DatabaseState.None).ProblemText();
    }

    private static string More(Table now, Action<Steps>? up = null)
    {
        var text = Problems([now], up);
        Assert.That(text, Does.StartWith("TM1205: Migration 20201027_ManyRoles of module Accounts is marked as [Additive], but does more than add.\n  not an addition  "));
        return string.Join("; ", text.Split('\n').Where(line => line.StartsWith("  not an addition  ", StringComparison.Ordinal)).Select(line => line["  not an addition  ".Length..]));
    }

    [Test]
    public void WithANewTableWhateverIsInIt()
    {
        var roles = new Table<One<string>>("roles");
        roles.Key(role => role.Id);
        roles.UniqueIndex("idx_roles_name", roles.Required("name", role => role.First));

        Assert.That(Problems([Old, roles], up => up.Insert(Old, roles, (account, _) => account)), Is.Empty);
    }

    [Test]
    public void WithANewOptionalFieldThatIsFilledAndIndexed()
    {
        Field<Two<string, int?>, int?> size = null!;
        var now = Declare<int?>(table => table.Index("idx_size", size = table.Optional("size", two => two.Second)));

        Assert.That(Problems([now], up => up.Fill(size, 1)), Is.Empty);
    }

    [Test]
    public void WithACopyInANewOptionalField()
    {
        Field<Two<string, string?>, string?> copy = null!;
        var now = Declare<string?>(table =>
        {
            copy = table.Optional("copy", two => two.Second);
            return null;
        });

        Assert.That(Problems([now], up => up.Copy((Field<One<string>>)Constants.Schema(Old).Tables[0].AllFields[1].Declaration, copy)), Is.Empty);
    }

    [Test]
    public void ButNotWithACopyInANewRequiredField()
    {
        Field<Two<string, string>, string> copy = null!;
        var now = Declare<string>(table =>
        {
            copy = table.Required("copy", two => two.Second);
            return null;
        });

        Assert.That(More(now, up => up.Copy((Field<One<string>>)Constants.Schema(Old).Tables[0].AllFields[1].Declaration, copy)), Is.EqualTo("field accounts.copy is new and required"));
    }

    [Test]
    public void WithACopyInANewTable()
    {
        var copy = new Table<One<string>>("copies");
        copy.Key(one => one.Id);
        copy.Required("name", one => one.First);

        Assert.That(Problems([Old, copy], up => up.Copy(Old, copy)), Is.Empty);
    }

    [Test]
    public void WithANewOptionalRecordWhoseFieldsAreRequired()
    {
        var now = Declare<Part<int>?>(table =>
        {
            table.Optional("home", two => two.Second).Required("number", part => part.First);
            return null;
        });

        Assert.That(Problems([now]), Is.Empty);
    }

    [Test]
    public void ButNotWithANewRequiredField()
    {
        Field<Two<string, int>, int> size = null!;
        var now = Declare<int>(table =>
        {
            size = table.Required("size", two => two.Second);
            return null;
        });

        Assert.That(More(now, up => up.Fill(size, 1)), Is.EqualTo("field accounts.size is new and required"));
    }

    [Test]
    public void ButNotWhereATypeTakesMoreThanAnOlderProgramReads()
    {
        var old = Declare<Size?>(Sized);
        var now = Declare<MoreSizes?>(Sized);

        Assert.That(Problems([old], [now], up: null), Is.EqualTo(
            """
            TM1205: Migration 20201027_ManyRoles of module Accounts is marked as [Additive], but does more than add.
              not an addition  field accounts.size changes from enum as name (Small=0) to enum as name (Small=0, Large=1)
            Remove [Additive], or put what is not an addition into a migration of its own. Additions are new tables, new optional fields and new indexes that are not unique.
            """));

        static Index<Two<string, T>>? Sized<T>(Table<Two<string, T>> table)
        {
            table.Optional("size", two => two.Second);
            return null;
        }
    }

    [Test]
    public void ButNotWithANewUniqueIndex() => Assert.That(
        More(Declare<int?>(table => table.UniqueIndexWherePresent("idx_size", table.Optional("size", two => two.Second)))), Is.EqualTo("create unique index idx_size on size where present of accounts"));

    [Test]
    public void ButNotWhereAnIndexGoes() => Assert.That(
        More(Declare(table => table.Required("name", one => one.First))), Is.EqualTo("drop index idx_name on name of accounts"));

    [Test]
    public void ButNotWhereAFieldBecomesOptional() => Assert.That(
        More(Declare(table => table.Index("idx_name", table.Optional("name", one => one.First)))), Is.EqualTo("field accounts.name becomes optional"));

    [Test]
    public void ButNotWithARenameOrADrop()
    {
        Field<One<string>, string> full = null!;
        var now = Declare(table => full = table.Required("full_name", one => one.First));

        Assert.That(More(now, up => up.Rename(Old.Fields.OfType<Field<One<string>, string>>().Single(field => field.Name == "name"), full)), Is.EqualTo(
            "rename field accounts.name to full_name; drop index idx_name on name of accounts"));
    }

    [Test]
    public void ButNotWithValuesMadeUnique()
    {
        Field<One<string>, string> name = null!;
        var now = Declare(table => table.Index("idx_name", name = table.Required("name", one => one.First)));

        Assert.That(More(now, up => up.MakeUnique(name, (value, number) => value + number)), Is.EqualTo("make accounts.name unique by (value, number) => value + number"));
    }

    [Test]
    public void AndAnOlderProgramHasNothingToDo()
    {
        var state = Code.Database() with { Journal = [Code.Entry("20201006_First"), Code.Entry("20201022_Second") with { IsAdditive = true }, Code.Entry("20201024_Third") with { IsAdditive = true }] };

        Assert.That(Code.Plan(Code.Of("20201006_First"), state).IsUpToDate, Is.True);
    }

    [Test]
    [Behavior(37)]
    public void AndWhatTheOlderProgramHasPendingIsOutOfOrder()
    {
        var state = Code.Database() with { Journal = [Code.Entry("20201006_First"), Code.Entry("20201024_Third") with { IsAdditive = true }] };

        Assert.That(Code.Plan(Code.Of("20201006_First", "20201022_Second"), state).ProblemText(), Is.EqualTo(
            """
            TM1007: Migration 20201022_Second of module Accounts is pending, but older than the newest applied one of its module.
              newest applied  20201024_Third
            Give it a stamp after 20201024, in its namespace and its folder, and base it on 20201024_Third.
            """));
    }

    [Test]
    public void AndOneThatIsMissingInTheMiddleIsAProblemAllTheSame()
    {
        var state = Code.Database("20201024_Third") with { Journal = [Code.Entry("20201022_Second") with { IsAdditive = true }, Code.Entry("20201024_Third")] };

        Assert.That(Code.Plan(Code.Of("20201024_Third"), state).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.MissingInCode]));
    }
}
