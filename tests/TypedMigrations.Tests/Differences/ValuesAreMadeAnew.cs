using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class ValuesAreMadeAnew
{
    private readonly Table<Three<string, string?, Part<string>[]>> _old = new("accounts");
    private readonly Table<Two<string, int?>> _now = new("accounts");
    private readonly Field<Three<string, string?, Part<string>[]>, string> _first;
    private readonly Field<Three<string, string?, Part<string>[]>, string?> _last;
    private readonly Field<Three<string, string?, Part<string>[]>, Part<string>[]> _phones;
    private readonly Field<Three<string, string?, Part<string>[]>, string> _number;
    private readonly Field<Two<string, int?>, string> _name;
    private readonly Field<Two<string, int?>, int?> _size;

    public ValuesAreMadeAnew()
    {
        _old.Key(a => a.Id);
        _first = _old.Required("first", a => a.First);
        _last = _old.Optional("last", a => a.Second);
        _phones = _old.Required("phones", a => a.Third);
        _number = _phones.Each().Required("number", p => p.First);
        _now.Key(a => a.Id);
        _name = _now.Required("name", a => a.First);
        _size = _now.Optional("size", a => a.Second);
    }

    [Test]
    public void WithTheirWordsInThePlan()
    {
        Assert.That(Difference.Between(_old, _now, up =>
        {
            up.Combine(_first, _last, _name, (first, last) => $"{first} {last}").ConvertMisfits(values => $"{values}");
            up.Drop(_phones);
        }).Changes, Is.EqualTo(["combine fields accounts.first, accounts.last into name by (first, last) => $\"{first} {last}\", misfits by values => $\"{values}\"", "drop field accounts.phones"]));
        Assert.That(Difference.Between(_old, _now, up =>
        {
            up.Split(_first, _name, _size, text => (text, text.Length)).KeepMisfits();
            up.Drop(_last);
            up.Drop(_phones);
        }).Changes, Is.EquivalentTo(["split field accounts.first into name, size by text => (text, text.Length), misfits kept", "drop field accounts.last", "drop field accounts.phones"]));
        Assert.That(Difference.Between(_old, _now, up =>
        {
            up.WriteJson(_phones, _name);
            up.ParseJson(_last, _size);
            up.Drop(_first);
        }).Changes, Is.EquivalentTo(["write accounts.phones as JSON to name", "parse JSON of accounts.last to size", "drop field accounts.first"]));
        Assert.That(Difference.Between(_old, _now, up =>
        {
            up.Rename(_first, _name);
            up.Map(_last, _size, new Dictionary<string, int> { ["S"] = 1, ["M"] = 2 });
            up.Drop(_phones);
        }).Changes, Does.Contain("map field accounts.last to size by \"S\" = 1, \"M\" = 2"));
    }

    [Test]
    public void NeedAFillWhereAllThatTheyComeFromIsOptional() => Assert.That(Difference.Between(_old, _now, up =>
    {
        up.ParseJson(_last, _name);
        up.Drop(_first);
        up.Drop(_phones);
    }).Text, Is.EqualTo(
        """
        TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.name comes from an optional one and is required, and nothing fills it where it is missing.
        Add to Up: up.Fill(AccountsTable.Name, …);
        """));

    [Test]
    public void DoNotComeFromElementsAndTheDocumentAtOnce() => Assert.That(Difference.Between(_old, _now, up =>
    {
        up.Combine(_first, _number, _name, (first, number) => $"{first} {number}");
        up.Drop(_last);
        up.Drop(_phones);
    }).Text, Is.EqualTo(
        """
        TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'combine fields accounts.first, accounts.phones[].number into name by (first, number) => $"{first} {number}"' leads from one array's elements to a place outside of them, or into others.
        Let both fields lie in the same document, or in the elements of the same array; up.Fill(…) and up.Extract(…) cross arrays.
        """));

    [Test]
    public void AreMadeOnce() => Assert.That(Difference.Between(_old, _now, up =>
    {
        up.Combine(_first, _last, _name, (first, last) => $"{first} {last}");
        up.WriteJson(_phones, _name);
        up.Fill(_size, 1);
        up.Fill(_size, 2);
    }).Text, Is.EqualTo(
        """
        TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.name comes from 3 fields: first, last, phones.
        Keep one of them.

        TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.size is filled twice.
        Keep one of the fills.
        """));

    [Test]
    public void ComeFromOneTable()
    {
        var other = new Table<One<string>>("others");
        other.Key(o => o.Id);
        var nick = other.Required("nick", o => o.First);

        Assert.That(Difference.Between([_old, other], [_now, other], up =>
        {
            up.Rename(_first, _name);
            up.Drop(_last);
            up.Drop(_phones);
            up.Convert(nick, _size, text => (int?)text.Length);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'convert field others.nick to accounts.size by text => (int?)text.Length' leads to a field of another table.
            Name a field of the table that others becomes, or say which documents go there: up.Copy, up.Split or up.Partition.
            """));
        Assert.That(Difference.Between([_old, other], [_now, other], up =>
        {
            up.Rename(_first, _name);
            up.Drop(_last);
            up.Drop(_phones);
            up.Fill(_size, other, (record, before) => record.First.Length);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'fill field accounts.size by (record, before) => record.First.Length' reads table others, whose documents are not those of accounts.
            Name Old.AccountsTable.Table, and look other tables up with the function's second argument.
            """));
    }

    [Test]
    public void AreOfTheMigrationAndOfTheOneBefore() => Assert.That(Difference.Between(_old, _now, up =>
    {
        up.Rename(_first, _name);
        up.Drop(_last);
        up.Drop(_phones);
        up.WriteJson(_size, _name);
        up.Split(_last, _first, _last, text => (text, text));
    }).Text, Is.EqualTo(
        """
        TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'write accounts.size as JSON to name' takes accounts.size, which the migration before does not declare.
        Name a constant of the migration before: Old.…

        TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'split field accounts.last into first, last by text => (text, text)' makes accounts.first, which this migration does not declare.
        Name a constant of this migration, without Old.

        TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'split field accounts.last into first, last by text => (text, text)' makes accounts.last, which this migration does not declare.
        Name a constant of this migration, without Old.
        """));

    [Test]
    public void HaveDocumentsToWorkOn()
    {
        var kept = new Table<None>("others");
        kept.Key(o => o.Id);

        Assert.That(Difference.Between([_old, kept], [kept], up =>
        {
            up.Drop(_old);
            up.Drop(_first);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'drop field accounts.first' has nothing to work on: table accounts is dropped.
            Remove the step.
            """));
        Assert.That(Difference.Between([kept], [kept, _now], up => up.Fill(_size, 1)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'fill field accounts.size with 1' has nothing to work on: table accounts is new.
            Say which documents go there, with up.Partition, up.Merge, up.Split or up.Copy; or remove the step.
            """));
    }
}
