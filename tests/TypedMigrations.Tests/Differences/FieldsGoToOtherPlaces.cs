using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class FieldsGoToOtherPlaces
{
    private readonly Table<Three<string, Part<string>?, Part<string>[]>> _old = new("accounts");
    private readonly Table<Three<string, Part<string>?, Part<string>[]>> _now = new("accounts");
    private readonly Field<Three<string, Part<string>?, Part<string>[]>, string> _oldCity;
    private readonly Field<Three<string, Part<string>?, Part<string>[]>, Part<string>?> _oldHome;
    private readonly Field<Three<string, Part<string>?, Part<string>[]>, string> _oldZip;
    private readonly Field<Three<string, Part<string>?, Part<string>[]>, Part<string>[]> _oldPhones;
    private readonly Field<Three<string, Part<string>?, Part<string>[]>, string> _oldNumber;

    public FieldsGoToOtherPlaces()
    {
        _old.Key(a => a.Id);
        _now.Key(a => a.Id);
        _oldCity = _old.Required("city", a => a.First);
        _oldHome = _old.Optional("home", a => a.Second);
        _oldZip = _oldHome.Required("zip", h => h.First);
        _oldPhones = _old.Required("phones", a => a.Third);
        _oldNumber = _oldPhones.Each().Required("number", p => p.First);
    }

    [Test]
    public void MoveOutOfARecordAndIntoAnother()
    {
        var place = _now.Required("place", a => a.First);
        var address = _now.Optional("address", a => a.Second);
        var city = address.Required("city", h => h.First);
        _now.Required("phones", a => a.Third).Each().Required("number", p => p.First);

        var difference = Difference.Between(_old, _now, up =>
        {
            up.Nest([_oldCity], address);
            up.Move(_oldZip, place);
            up.Drop(_oldHome);
            up.Fill(place, "");
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EquivalentTo(["move field accounts.city to address.city", "move field accounts.home.zip to place", "drop field accounts.home", "fill field accounts.place with \"\""]));
    }

    [Test]
    public void NeedAFillWhereTheRecordThatTheyLeaveIsOptional()
    {
        var now = new Table<One<string>>("accounts");
        now.Key(a => a.Id);
        var zip = now.Required("zip", a => a.First);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Move(_oldZip, zip);
            up.Drop(_oldCity);
            up.Drop(_oldHome);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.zip comes from an optional one and is required, and nothing fills it where it is missing.
            Add to Up: up.Fill(AccountsTable.Zip, …);
            """));
        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Hoist(_oldHome);
            up.Drop(_oldCity);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.zip was optional and is now required, and nothing fills it where it is missing.
            Add to Up: up.Fill(AccountsTable.Zip, …);
            """));
    }

    [Test]
    public void DoNotMoveAcrossArrays()
    {
        var now = new Table<Two<string?, Part<string?>[]>>("accounts");
        now.Key(a => a.Id);
        var phones = now.Required("phones", a => a.Second);
        var number = phones.Each().Optional("number", p => p.First);
        var first = now.Optional("first", a => a.First);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Move(_oldCity, number);
            up.Move(_oldNumber, first);
            up.Drop(_oldHome);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'move field accounts.city to phones[].number' leads from one array's elements to a place outside of them, or into others.
            Let both fields lie in the same document, or in the elements of the same array; up.Fill(…) and up.Extract(…) cross arrays.

            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'move field accounts.phones[].number to first' leads from one array's elements to a place outside of them, or into others.
            Let both fields lie in the same document, or in the elements of the same array; up.Fill(…) and up.Extract(…) cross arrays.
            """));
    }

    [Test]
    public void DoNotChangeTheirTypeOnTheWay()
    {
        var now = new Table<Two<int, Part<string>[]>>("accounts");
        now.Key(a => a.Id);
        var number = now.Required("number", a => a.First);
        now.Required("phones", a => a.Second).Each().Required("number", p => p.First);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Move(_oldCity, number);
            up.Drop(_oldHome);
        }).Text, Is.EqualTo(
            """
            TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.city changes its type without a conversion.
              before  string
              after   int
            Add to Up: up.Convert(Old.AccountsTable.City, AccountsTable.Number, value => …);
            """));
    }

    [Test]
    public void AreClaimedOnce()
    {
        var now = new Table<Two<string?, Part<string>?>>("accounts");
        now.Key(a => a.Id);
        var home = now.Optional("home", a => a.Second);
        var zip = home.Required("zip", h => h.First);
        var city = now.Optional("city", a => a.First);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Move(_oldCity, zip);
            up.Move(_oldZip, zip);
            up.Drop(_oldCity);
            up.Rename(_oldNumber, city);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.city is claimed by 2 steps.
              step  move field accounts.city to home.zip
              step  drop field accounts.city
            Keep one of them.

            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.phones[].number is claimed by a step of its own, but goes with phones[].
              step  rename field accounts.phones[].number to city
            Remove the step.

            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'rename field accounts.phones[].number to city' leads from one array's elements to a place outside of them, or into others.
            Let both fields lie in the same document, or in the elements of the same array; up.Fill(…) and up.Extract(…) cross arrays.
            """));
    }

    [Test]
    public void DoNotMoveToAnotherTable()
    {
        var other = new Table<One<string>>("others");
        other.Key(o => o.Id);
        var city = other.Optional("city", o => o.First);

        Assert.That(Difference.Between([_old], [_old, other], up => up.Move(_oldCity, city)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'move field accounts.city to others.city' leads to a field of another table.
            Name a field of the table that accounts becomes, or say which documents go there: up.Copy, up.Split or up.Partition.
            """));
        Assert.That(Difference.Between([_old], [_old, other], up => up.Copy(_oldCity, city)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'copy field accounts.city to others.city' leads to a field of another table.
            Name a field of the table that accounts becomes, or say which documents go there: up.Copy, up.Split or up.Partition.
            """));
    }

    [Test]
    public void NestUnderTheNamesThatTheRecordHas()
    {
        var now = new Table<One<Part<string>?>>("accounts");
        now.Key(a => a.Id);
        var home = now.Optional("home", a => a.First);
        home.Required("zip", h => h.First);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Nest([_oldCity], home);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'move field accounts.city to home' leads to a record that has no field city.
            Declare one below AccountsTable.Home, or name the field that it becomes: up.Move(Old.AccountsTable.City, …);
            """));
    }

    [Test]
    public void HoistOnlyOutOfRecords()
    {
        Assert.That(Difference.Between(_old, _old, up => up.Hoist(_oldCity)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'hoist record accounts.city' hoists a string, which is no nested record.
            Name a field that holds a nested record.

            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.city is new and required, and nothing fills it.
            Add to Up: up.Fill(AccountsTable.City, …); or declare it with Table.Optional.
            """));
        Assert.That(Difference.Between(_old, _old, up => up.Hoist(_oldPhones)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'hoist record accounts.phones' hoists a list of record, which is no nested record.
            Name a field that holds a nested record.

            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.phones is new and required, and nothing fills it.
            Add to Up: up.Fill(AccountsTable.Phones, …); or declare it with Table.Optional.
            """));
    }

    [Test]
    public void HoistToNamesThatAreFreeAndDeclared()
    {
        var now = new Table<One<string>>("accounts");
        now.Key(a => a.Id);
        var city = now.Required("city", a => a.First);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Hoist(_oldHome);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2101: Migration 20201027_ManyRoles of module Accounts: field accounts.home.zip is gone, and no step says where to.
            Add to Up: up.Drop(Old.AccountsTable.HomeZip); or up.Rename(Old.AccountsTable.HomeZip, …); or up.Convert(Old.AccountsTable.HomeZip, …);
            """));
        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Hoist(_oldHome);
            up.Rename(_oldZip, city);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.city comes from an optional one and is required, and nothing fills it where it is missing.
            Add to Up: up.Fill(AccountsTable.City, …);

            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.city comes from 2 fields: city, home.zip.
            Keep one of them.
            """));
    }

    [Test]
    public void CopyRecordsOnlyToRecordsOfTheSameFields()
    {
        var now = new Table<Two<Part<string>?, Parts<string, int>?>>("accounts");
        now.Key(a => a.Id);
        now.Optional("home", a => a.First).Required("zip", h => h.First);
        var work = now.Optional("work", a => a.Second);
        work.Optional("town", w => w.First);
        work.Required("number", w => w.Second);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Copy(_oldHome, work);
            up.Drop(_oldCity);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'copy field accounts.home to work' copies a record into one of other fields: accounts.home.zip, accounts.work.number.
            Declare the same fields below AccountsTable.Work, or copy them one by one: up.Copy(Old.…, …);
            """));
    }

    [Test]
    public void CopyOnlyToTheirOwnType()
    {
        var now = new Table<Two<string, int>>("accounts");
        now.Key(a => a.Id);
        now.Required("city", a => a.First);
        var number = now.Required("number", a => a.Second);

        Assert.That(Difference.Between(_old, now, up =>
        {
            up.Copy(_oldCity, number);
            up.Drop(_oldHome);
            up.Drop(_oldPhones);
        }).Text, Is.EqualTo(
            """
            TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.city changes its type without a conversion.
              before  string
              after   int
            Add to Up: up.Convert(Old.AccountsTable.City, AccountsTable.Number, value => …);
            """));
    }
}
