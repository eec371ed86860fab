using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class NestedRecords
{
    private static Table<One<T>> Accounts<T>(string name, out Field<One<T>, T> container, bool required = true)
    {
        var table = new Table<One<T>>("accounts");
        table.Key(a => a.Id);
        container = required ? table.Required(name, a => a.First) : table.Optional(name, a => a.First);
        return table;
    }

    [Test]
    public void LosingAFieldIsAProblem()
    {
        var old = Accounts<Parts<string, string>>("home", out var oldHome);
        oldHome.Required("city", h => h.First);
        oldHome.Required("zip", h => h.Second);
        var now = Accounts<Part<string>>("home", out var home);
        home.Required("city", h => h.First);

        Assert.That(Difference.Between(old, now).Text, Is.EqualTo(
            """
            TM2101: Migration 20201027_ManyRoles of module Accounts: field accounts.home.zip is gone, and no step says where to.
            Add to Up: up.Drop(Old.AccountsTable.HomeZip); or up.Rename(Old.AccountsTable.HomeZip, …); or up.Convert(Old.AccountsTable.HomeZip, …);
            """));
    }

    [Test]
    public void ElementsOfAnArrayLosingAFieldIsAProblem()
    {
        var old = Accounts<Parts<string, string>[]>("phones", out var oldPhones);
        oldPhones.Each().Required("kind", p => p.First);
        var oldNumber = oldPhones.Each().Required("number", p => p.Second);
        var now = Accounts<Part<string>[]>("phones", out var phones);
        phones.Each().Required("kind", p => p.First);

        Assert.That(Difference.Between(old, now).Text, Does.StartWith(
            "TM2101: Migration 20201027_ManyRoles of module Accounts: field accounts.phones[].number is gone, and no step says where to."));
        var change = Difference.Between(old, now, up => up.Drop(oldNumber)).Work.Tables.Single().Changes.Fields.Single();
        Assert.That((change.Sources.Single().Path, change.Scope), Is.EqualTo(("phones[].number", "phones[]")));
    }

    [Test]
    public void ElementsOfAListGainingARequiredFieldIsAProblem()
    {
        var old = Accounts<IReadOnlyList<Part<string>>>("phones", out var oldPhones);
        oldPhones.Each().Required("kind", p => p.First);
        var now = Accounts<List<Parts<string, string>>>("phones", out var phones);
        phones.Each().Required("kind", p => p.First);
        var number = phones.Each().Required("number", p => p.Second);

        Assert.That(Difference.Between(old, now).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.phones[].number is new and required, and nothing fills it.
            Add to Up: up.Fill(AccountsTable.PhonesNumber, …); or declare it with Table.Optional.
            """));
        Assert.That(Difference.Between(old, now, up => up.Fill(number, "none")).Changes, Is.EqualTo(["fill field accounts.phones[].number with \"none\""]));
    }

    [Test]
    public void DroppingTheContainerTakesItsFieldsAlong()
    {
        var old = Accounts<Part<string>>("home", out var oldHome);
        oldHome.Required("city", h => h.First);
        var now = new Table<None>("accounts");
        now.Key(a => a.Id);

        var difference = Difference.Between(old, now, up => up.Drop(oldHome));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["drop field accounts.home"]));
        Assert.That(Difference.Between(old, now).Problems, Has.Count.EqualTo(1), "only the container is named");
    }

    [Test]
    public void DroppingAFieldOfADroppedContainerIsAContradiction()
    {
        var old = Accounts<Part<string>>("home", out var oldHome);
        var city = oldHome.Required("city", h => h.First);
        var now = new Table<None>("accounts");
        now.Key(a => a.Id);

        Assert.That(Difference.Between(old, now, up =>
        {
            up.Drop(oldHome);
            up.Drop(city);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.home.city is claimed by a step of its own, but goes with home.
              step  drop field accounts.home.city
            Remove the step.
            """));
    }

    [Test]
    public void ConvertingTheContainerMakesItsFieldsAnew()
    {
        var old = Accounts<Part<string>>("home", out var oldHome);
        oldHome.Required("city", h => h.First);
        var now = Accounts<Parts<string, int>>("home", out var home);
        home.Required("town", h => h.First);
        home.Required("number", h => h.Second);

        var difference = Difference.Between(old, now, up => up.Convert(oldHome, home, part => new Parts<string, int>(part.First, 0)));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes.Single(), Does.StartWith("convert field accounts.home by part => "));
    }

    [Test]
    public void FillingAFieldOfAConvertedContainerIsAContradiction()
    {
        var old = Accounts<Part<string>>("home", out var oldHome);
        oldHome.Required("city", h => h.First);
        var now = Accounts<Part<string>>("home", out var home);
        var town = home.Required("town", h => h.First);

        Assert.That(Difference.Between(old, now, up =>
        {
            up.Convert(oldHome, home, part => part);
            up.Fill(town, "x");
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.home.town is filled by a step of its own, but home is new.
            Fill home as a whole.
            """));
    }

    [Test]
    public void ARenamedContainerMayHaveARenamedField()
    {
        var old = Accounts<Part<string>>("home", out var oldHome);
        var city = oldHome.Required("city", h => h.First);
        var now = Accounts<Part<string>>("address", out var address);
        var town = address.Required("town", h => h.First);

        var difference = Difference.Between(old, now, up =>
        {
            up.Rename(oldHome, address);
            up.Rename(city, town);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["rename field accounts.home to address", "rename field accounts.home.city to address.town"]));
    }

    private sealed record OldHome(string City);

    private sealed record Home(string City);

    [Test]
    public void ARenamedContainerMayHoldTheRecordOfItsMigration()
    {
        var old = Accounts<OldHome>("home", out var oldHome);
        oldHome.Required("city", h => h.City);
        var now = Accounts<Home>("address", out var address);
        address.Required("city", h => h.City);

        Assert.That(Difference.Between(old, now, up => up.Rename(oldHome, address)).Text, Is.Empty);
    }

    [Test]
    public void ARenamedContainerStillAccountsForItsFields()
    {
        var old = Accounts<Part<string>>("home", out var oldHome);
        oldHome.Required("city", h => h.First);
        var now = Accounts<Part<string>>("address", out var address);
        address.Required("town", h => h.First);

        Assert.That(Difference.Between(old, now, up => up.Rename(oldHome, address)).Problems.Select(problem => problem.Code),
            Is.EqualTo([ErrorCode.FieldUnaccounted, ErrorCode.RequiredFieldUnfilled]));
    }

    [Test]
    public void AFieldCannotBeRenamedOutOfItsRecord()
    {
        var old = new Table<Two<string, Part<string>>>("accounts");
        old.Key(a => a.Id);
        old.Required("email", a => a.First);
        var oldHome = old.Required("home", a => a.Second);
        var city = oldHome.Required("city", h => h.First);
        var now = new Table<Three<string, Part<string>, string>>("accounts");
        now.Key(a => a.Id);
        now.Required("email", a => a.First);
        var home = now.Required("home", a => a.Second);
        home.Optional("zip", h => h.First);
        var top = now.Required("city", a => a.Third);

        Assert.That(Difference.Between(old, now, up => up.Rename(city, top)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'rename field accounts.home.city to city' leads out of the document that holds the field.
            Write up.Move(Old.AccountsTable.HomeCity, AccountsTable.City);
            """));
    }

    [Test]
    public void AreAccountedForThreeLevelsDeep()
    {
        var old = Accounts<Part<Part<Part<string>[]>>>("a", out var a);
        var oldDeep = a.Required("b", r => r.First).Required("c", r => r.First).Each().Required("d", r => r.First);
        var now = Accounts<Part<Part<Part<string>[]>>>("a", out var b);
        var deep = b.Required("b", r => r.First).Required("c", r => r.First).Each().Required("e", r => r.First);

        Assert.That(Difference.Between(old, now).Text, Does.StartWith(
            "TM2101: Migration 20201027_ManyRoles of module Accounts: field accounts.a.b.c[].d is gone, and no step says where to."));
        Assert.That(Difference.Between(old, now, up => up.Rename(oldDeep, deep)).Text, Is.Empty);
    }

    [Test]
    public void ANewRequiredContainerIsFilledAsAWhole()
    {
        var old = new Table<None>("accounts");
        old.Key(a => a.Id);
        var now = Accounts<Part<string>>("home", out var home);
        home.Required("city", h => h.First);

        Assert.That(Difference.Between(old, now).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.RequiredFieldUnfilled]));
        Assert.That(Difference.Between(old, now, up => up.Fill(home, new Part<string>("Ulm"))).Text, Is.Empty);
    }
}
