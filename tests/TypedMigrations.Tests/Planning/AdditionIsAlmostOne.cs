using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

/// <summary>A migration that is marked as additive changes several tables, or a field that was there before.</summary>
public sealed class AdditionIsAlmostOne
{
    private static readonly Table<One<string>> Roles = Declare("roles");

    private static Table<One<string>> Declare(string name)
    {
        var table = new Table<One<string>>(name);
        table.Key(one => one.Id);
        table.Required("name", one => one.First);
        return table;
    }

    private static Table<Two<string, T>> Sized<T>(Func<Table<Two<string, T>>, Field<Two<string, T>, T>> declare) => Sized(declare, out _);

    private static Table<Two<string, T>> Sized<T>(Func<Table<Two<string, T>>, Field<Two<string, T>, T>> declare, out Field<Two<string, T>, T> size)
    {
        var table = new Table<Two<string, T>>("accounts");
        table.Key(two => two.Id);
        table.Required("name", two => two.First);
        size = declare(table);
        return table;
    }

    private static string Problems(Table[] old, Table[] now, Action<Steps>? up = null)
    {
        var steps = new Steps();
        up?.Invoke(steps);
        var (before, after) = (Constants.Schema(old), Constants.Schema(now));
        var definition = new MigrationDefinition(Difference.Id, before, after, [before], steps.List, _ => [], []) { IsAdditive = true };
        return Code.Plan(new MigrationCatalog([Code.Migration("20201027_ManyRoles", load: _ => definition)], []), DatabaseState.None).ProblemText();
    }

    [Test]
    public void AFillIsOneBesideOtherTables()
    {
        var now = Sized<int?>(table => table.Optional("size", two => two.Second), out var size);

        Assert.That(Problems([Declare("accounts"), Roles], [now, Declare("roles"), Declare("more")], up => up.Fill(size, 1)), Is.Empty);
    }

    [Test]
    public void ACopyIsOneBesideOtherTables()
    {
        var old = Declare("accounts");
        var now = Sized<string?>(table => table.Optional("copy", two => two.Second), out var copy);

        Assert.That(Problems([old, Roles], [now, Declare("roles"), Declare("more")], up => up.Copy(old.Fields.OfType<Field<One<string>, string>>().Single(field => field.Name == "name"), copy)), Is.Empty);
    }

    [Test]
    public void ACopyOfAFieldInANewTableIsOne()
    {
        var old = Declare("accounts");
        var copies = new Table<Two<string, string>>("copies");
        copies.Key(two => two.Id);
        copies.Required("name", two => two.First);
        var again = copies.Required("again", two => two.Second);

        Assert.That(Problems([old], [Declare("accounts"), copies], up =>
        {
            up.Copy(old, copies);
            up.Copy(old.Fields.OfType<Field<One<string>, string>>().Single(field => field.Name == "name"), again);
        }), Is.Empty);
    }

    [Test]
    public void AFillOfAFieldThatWasThereIsNone()
    {
        var old = Sized<int?>(table => table.Optional("size", two => two.Second));
        var now = Sized<int?>(table => table.Optional("size", two => two.Second), out var size);

        Assert.That(Problems([old], [now], up => up.Fill(size, 1)), Does.Contain("\n  not an addition  fill field accounts.size with 1\n"));
    }

    [Test]
    public void DocumentsForATableThatWasThereAreNone()
    {
        var (old, now) = (Declare("accounts"), Declare("accounts"));

        Assert.That(Problems([old, Roles], [now, Declare("roles"), Declare("more")], up => up.Insert(Roles, now, (role, _) => role)), Does.StartWith("TM1205: ").And.Contains("\n  not an addition  insert "));
    }

    [Test]
    public void AFieldThatBecomesRequiredIsNone()
    {
        var old = Sized<int?>(table => table.Optional("size", two => two.Second));
        var now = Sized<int>(table => table.Required("size", two => two.Second), out var size);

        Assert.That(Problems([old], [now], up => up.Fill(size, 1)), Does.Contain("  not an addition  field accounts.size becomes required\n"));
    }

    [Test]
    public void WhatIsNotAccountedForIsToldAlone()
    {
        var now = new Table<One<string>>("accounts");
        now.Key(one => one.Id);
        now.UniqueIndex("idx_name", now.Required("name", one => one.First));

        Assert.That(Problems([Declare("accounts")], [now]), Does.StartWith("TM1205: "), "the index alone");
        Assert.That(Problems([Sized<int?>(table => table.Optional("size", two => two.Second))], [now]), Does.StartWith("TM2101: ").And.Not.Contains("TM1205"));
    }
}
