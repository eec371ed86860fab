using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class ArraysChange
{
    private static Table<One<T>> Accounts<T>(string name, out Field<One<T>, T> field, bool required = true)
    {
        var table = new Table<One<T>>("accounts");
        table.Key(a => a.Id);
        field = required ? table.Required(name, a => a.First) : table.Optional(name, a => a.First);
        return table;
    }

    private static Table<Two<string, string>> Notes(out Field<Two<string, string>, string> accountId, out Field<Two<string, string>, string> text)
    {
        var table = new Table<Two<string, string>>("notes");
        table.Key(n => n.Id);
        accountId = table.Required("account_id", n => n.First);
        text = table.Required("text", n => n.Second);
        return table;
    }

    [Test]
    public void WithTheLineToAdd()
    {
        Assert.That(Difference.Between(Accounts<string>("tag", out _), Accounts<string[]>("tag", out _)).Text, Is.EqualTo(
            """
            TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.tag changes its type without a conversion.
              before  string
              after   list of string
            Add to Up: up.Wrap(Old.AccountsTable.Tag, AccountsTable.Tag);
            """));
        Assert.That(Difference.Between(Accounts<string[]>("tag", out _), Accounts<string>("tag", out _)).Text, Is.EqualTo(
            """
            TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.tag changes its type without a conversion.
              before  list of string
              after   string
            Add to Up: up.Unwrap(Old.AccountsTable.Tag, AccountsTable.Tag);
            """));
    }

    [Test]
    public void WrappedAndUnwrappedByStepsOfTheRightTypes()
    {
        Assert.That(Difference.Between(Accounts<string>("tag", out var tag), Accounts<string[]>("tags", out var tags), up => up.Wrap(tag, tags)).Changes, Is.EqualTo(["wrap field accounts.tag into array tags"]));
        Assert.That(Difference.Between(Accounts<string[]>("tags", out tags), Accounts<string>("tag", out tag), up => up.Unwrap(tags, tag).KeepMisfits()).Changes, Is.EqualTo(["unwrap array accounts.tags to tag, misfits kept"]));
        Assert.That(Difference.Between(Accounts<string>("tag", out tag), Accounts<int[]>("tags", out var numbers), up => up.Wrap(tag, numbers)).Text, Is.EqualTo(
            """
            TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.tag changes its type without a conversion.
              before  string
              after   list of int
            Add to Up: up.Convert(Old.AccountsTable.Tag, AccountsTable.Tags, value => …);
            """));
        Assert.That(Difference.Between(Accounts<string>("tag", out tag), Accounts<string>("tags", out var plain), up => up.Unwrap(tag, plain)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'unwrap array accounts.tag to tags' unwraps a field of type string, which is no array.
            Name a field that holds an array.
            """));
        Assert.That(Difference.Between(Accounts<string>("tag", out tag, required: false), Accounts<string[]>("tags", out tags), up => up.Wrap(tag, tags)).Text, Is.EqualTo(
            """
            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.tags comes from an optional one and is required, and nothing fills it where it is missing.
            Add to Up: up.Fill(AccountsTable.Tags, …);
            """));
    }

    [Test]
    public void WithTheFieldsOfTheRecordsInThem()
    {
        var old = Accounts<Part<string>>("home", out var home);
        var city = home.Required("city", h => h.First);
        var now = Accounts<Part<string>[]>("homes", out var homes);
        var town = homes.Each().Required("town", h => h.First);

        Assert.That(Difference.Between(old, now, up => up.Wrap(home, homes)).Text, Is.EqualTo(
            """
            TM2101: Migration 20201027_ManyRoles of module Accounts: field accounts.home.city is gone, and no step says where to.
            Add to Up: up.Drop(Old.AccountsTable.HomeCity); or up.Rename(Old.AccountsTable.HomeCity, …); or up.Convert(Old.AccountsTable.HomeCity, …);

            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.homes[].town is new and required, and nothing fills it.
            Add to Up: up.Fill(AccountsTable.HomesTown, …); or declare it with Table.Optional.
            """));
        var difference = Difference.Between(old, now, up =>
        {
            up.Rename(city, town);
            up.Wrap(home, homes);
        });
        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["rename field accounts.home.city to homes[].town", "wrap field accounts.home into array homes"]));
    }

    [Test]
    public void AndMapsLetTheFieldsOfTheirValuesBeRenamed()
    {
        var old = Accounts<Dictionary<string, Part<string>>>("teams", out var oldTeams);
        var name = oldTeams.EachValue().Required("name", t => t.First);
        var now = Accounts<Dictionary<string, Part<string>>>("groups", out var groups);
        var title = groups.EachValue().Required("title", t => t.First);

        var difference = Difference.Between(old, now, up =>
        {
            up.Rename(oldTeams, groups);
            up.Rename(name, title);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["rename field accounts.teams to groups", "rename field accounts.teams{}.name to groups{}.title"]));
        Assert.That(difference.Work.Tables.Single().Changes.Fields.Select(change => change.Scope), Is.EqualTo(["", "teams{}"]));
    }

    [Test]
    public void WhoseElementsAreExtractedAreGone()
    {
        var old = Accounts<string[]>("notes", out var oldNotes);
        var notes = Notes(out _, out _);
        var none = new Table<None>("accounts");
        none.Key(a => a.Id);

        var difference = Difference.Between([old], [none, notes], up => up.Extract(oldNotes, notes, (account, note, place) => new Two<string, string>($"{account.Id}/{place}", account.Id, note)));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Extracts.Single().Step.Words, Is.EqualTo("extract elements of accounts.notes into table notes by (account, note, place) => new Two<string, string>($\"{acco..."));
        Assert.That(Difference.Between([old], [old, notes], up => up.Extract(oldNotes, notes, (account, note, place) => new Two<string, string>(note, note, note), "…")).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.notes is extracted, but AccountsTable.Notes still declares it.
            Remove the step, or the constant.

            TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.notes is new and required, and nothing fills it.
            Add to Up: up.Fill(AccountsTable.Notes, …); or declare it with Table.Optional.
            """));
        Assert.That(Difference.Between([old], [none, notes], up =>
        {
            up.Extract(oldNotes, notes, (account, note, place) => new Two<string, string>(note, note, note), "…");
            up.Drop(oldNotes);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.notes is claimed by 2 steps.
              step  extract elements of accounts.notes into table notes by …
              step  drop field accounts.notes
            Keep one of them.
            """));
        Assert.That(Difference.Between([old], [none], up => up.Extract(oldNotes, notes, (account, note, place) => new Two<string, string>(note, note, note), "…")).Text, Is.EqualTo(
            """
            TM2105: Migration 20201027_ManyRoles of module Accounts: the step 'extract elements of accounts.notes into table notes by …' makes notes, which this migration does not declare.
            Name a constant of this migration, without Old.
            """));
    }

    [Test]
    public void ThatTakeDocumentsInKeepTheirElements()
    {
        var old = Accounts<string[]>("notes", out _);
        var oldNotes = Notes(out var accountId, out var text);
        var now = Accounts<string[]>("notes", out var notes);

        var difference = Difference.Between([old, oldNotes], [now], up => up.Embed(accountId, notes, note => note.Second));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["embed table notes into array accounts.notes by note => note.Second"]));
        Assert.That(Difference.Between([old, oldNotes], [now, oldNotes], up => up.Embed(accountId, notes, note => note.Second)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: table notes is dropped, but NotesTable.Table still declares it.
            Remove the step, or the constant.
            """));
        Assert.That(Difference.Between([old, oldNotes], [now], up =>
        {
            up.Embed(accountId, notes, note => note.Second);
            up.Drop(oldNotes);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: table notes is claimed by 2 steps.
              step  embed table notes into array accounts.notes by note => note.Second
              step  drop table notes
            Keep one of them.
            """));
    }

    [Test]
    public void ThatTakeDocumentsInFindThemByTheirKey()
    {
        var now = Accounts<string[]>("notes", out var notes);
        var numbered = new Table<One<int>>("notes");
        numbered.Key(n => n.Id);
        var number = numbered.Required("account", n => n.First);
        var many = new Table<One<Part<string>[]>>("notes");
        many.Key(n => n.Id);
        var inside = many.Required("accounts", n => n.First).Each().Required("id", a => a.First);

        Assert.That(Difference.Between([Accounts<string[]>("notes", out _), numbered], [now], up => up.Embed(number, notes, note => note.Id)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'embed table notes into array accounts.notes by note => note.Id' finds its documents by notes.account of type int, but the key of accounts is of type string.
            Name the field that holds the key of accounts.
            """));
        Assert.That(Difference.Between([Accounts<string[]>("notes", out _), many], [now], up => up.Embed(inside, notes, note => note.Id)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'embed table notes into array accounts.notes by note => note.Id' finds its documents by notes.accounts[].id, which is inside an array.
            Name a field that each document has once.
            """));
        Assert.That(Difference.Between([numbered], [now], up => up.Embed(number, notes, note => note.Id)).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: the step 'embed table notes into array accounts.notes by note => note.Id' has nothing to work on: table accounts is new.
            Say which documents go there, with up.Partition, up.Merge, up.Split or up.Copy; or remove the step.
            """));
    }
}
