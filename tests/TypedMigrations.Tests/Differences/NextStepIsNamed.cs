using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

/// <summary>A problem names the line that would solve it, with the author's own constants.</summary>
public sealed class NextStepIsNamed
{
    private const string Migration = "Migration 20201027_ManyRoles of module Accounts: ";

    private static Table<One<T>> Accounts<T>(string name, out Field<One<T>, T> field)
    {
        var table = new Table<One<T>>("accounts");
        table.Key(a => a.Id);
        field = table.Required(name, a => a.First);
        return table;
    }

    private static Table<None> Without(out Field<None, string> key, string name = "accounts")
    {
        var table = new Table<None>(name);
        key = table.Key(a => a.Id);
        return table;
    }

    private static string[] Lines(Difference difference) => difference.Text.Replace(Migration, "", StringComparison.Ordinal).Split('\n');

    [Test]
    public void WhereARenamedFieldGoesWithItsRecord()
    {
        var old = Accounts<Part<string>>("home", out var home);
        var city = home.Required("city", h => h.First);
        var now = Accounts<string>("town", out var town);

        Assert.That(Lines(Difference.Between(old, now, up =>
        {
            up.Drop(home);
            up.Rename(city, town);
        })), Is.EqualTo(
        [
            "TM2106: field accounts.home.city is claimed by a step of its own, but goes with home.",
            "  step  rename field accounts.home.city to town",
            "Write up.Move(Old.AccountsTable.HomeCity, …) to save it from there, or remove the step.",
        ]));
    }

    [Test]
    public void WhereAFieldOfThatNameAndTypeIsNewElsewhere()
    {
        var old = Accounts<Parts<string, string>>("home", out var oldHome);
        oldHome.Required("city", h => h.First);
        oldHome.Required("zip", h => h.Second);
        var now = new Table<Two<Part<string>, string?>>("accounts");
        now.Key(a => a.Id);
        now.Required("home", a => a.First).Required("city", h => h.First);
        now.Optional("zip", a => a.Second);
        var other = new Table<Two<Part<string>, int?>>("accounts");
        other.Key(a => a.Id);
        other.Required("home", a => a.First).Required("city", h => h.First);
        other.Optional("zip", a => a.Second);

        Assert.That(Lines(Difference.Between(old, now))[^1], Does.StartWith("Add to Up: up.Move(Old.AccountsTable.HomeZip, AccountsTable.Zip); or up.Drop(Old.AccountsTable.HomeZip); or "));
        Assert.That(Lines(Difference.Between(old, other))[^1], Does.StartWith("Add to Up: up.Drop(Old.AccountsTable.HomeZip); or "), "where it has another type");
    }

    [Test]
    public void WhereAFieldOfThatNameWasThereBefore()
    {
        var old = new Table<Two<Part<string>, string>>("accounts");
        old.Key(a => a.Id);
        old.Required("home", a => a.First).Required("zip", h => h.First);
        old.Required("zip", a => a.Second);
        var now = new Table<One<string>>("accounts");
        now.Key(a => a.Id);
        now.Required("zip", a => a.First);

        Assert.That(Lines(Difference.Between(old, now)), Has.None.Contains("up.Move"));
    }

    [Test]
    public void WhereAnArrayOfRecordsIsGone()
    {
        var old = Accounts<Part<string>[]>("phones", out var phones);
        phones.Each().Required("number", p => p.First);

        Assert.That(Lines(Difference.Between(old, Without(out _)))[^1], Does.EndWith("or up.Convert(Old.AccountsTable.Phones, …); or up.Extract(Old.AccountsTable.Phones, …, …);"));
        Assert.That(Lines(Difference.Between(Accounts<string[]>("phones", out _), Without(out _)))[^1], Does.EndWith("or up.Convert(Old.AccountsTable.Phones, …);"));
        var record = Accounts<Part<string>>("home", out var home);
        home.Required("city", h => h.First);
        Assert.That(Difference.Between(record, Without(out _)).Text, Does.Not.Contain("up.Extract"));
    }

    [Test]
    public void WhereARenameLeadsOutOfItsRecord()
    {
        var old = Accounts<Parts<string, string>>("home", out var oldHome);
        oldHome.Required("city", h => h.First);
        var zip = oldHome.Required("zip", h => h.Second);
        var now = new Table<Two<Part<string>, string>>("accounts");
        now.Key(a => a.Id);
        now.Required("home", a => a.First).Required("city", h => h.First);
        var code = now.Required("code", a => a.Second);

        Assert.That(Lines(Difference.Between(old, now, up => up.Rename(zip, code)))[..2], Is.EqualTo(
        [
            "TM2106: the step 'rename field accounts.home.zip to code' leads out of the document that holds the field.",
            "Write up.Move(Old.AccountsTable.HomeZip, AccountsTable.Code);",
        ]));
    }

    [TestCase(false), TestCase(true)]
    public void WhereAFieldWouldBecomeTheKey(bool isMove)
    {
        var old = Accounts<string>("mail", out var mail);
        var now = Without(out var id);

        Assert.That(Lines(Difference.Between(old, now, up =>
        {
            if (isMove)
                up.Move(mail, id);
            else
                up.Rename(mail, id);
        }))[1], Is.EqualTo("Name another field: keys change with up.Rekey(…)."));
    }

    [Test]
    public void WhereAConversionWouldMakeTheKey()
    {
        var old = Accounts<string>("mail", out var mail);
        var now = Without(out var id);

        Assert.That(Lines(Difference.Between(old, now, up => up.Convert(mail, id, value => value + "!"))), Is.EqualTo(
        [
            "TM2107: the step 'convert field accounts.mail to _id by value => value + \"!\"' would change keys.",
            "Write up.Rekey(Old.AccountsTable.Id, AccountsTable.Id, old => …);",
        ]));
    }

    [Test]
    public void WhereAReferenceGetsAnotherTypeByItself()
    {
        var users = Without(out var userId, "users");
        var old = Accounts<string>("user_id", out var oldUser);
        oldUser.References(userId);

        Assert.That(Lines(Difference.Between([users, old], [Without(out _, "users"), Accounts<int>("user_id", out _)]))[^1], Is.EqualTo(
            "Add to Up: up.Rekey(…) for table users, and the reference follows; or, if it is to be no reference, up.Convert(Old.AccountsTable.UserId, AccountsTable.UserId, value => …);"));
    }

    [Test]
    public void WhereAStepNamesFieldsOfTwoTables()
    {
        var (a, a2, b2) = (Accounts<string>("mail", out var mail), Accounts<string>("mail", out var newMail), new Table<One<string>>("b"));
        b2.Key(t => t.Id);
        var name = b2.Required("name", t => t.First);
        var b = new Table<One<string>>("b");
        b.Key(t => t.Id);
        var oldName = b.Required("name", t => t.First);

        Assert.That(Lines(Difference.Between([a, b], [a2, b2], up => up.Combine(mail, oldName, newMail, (x, y) => x + y))), Is.EqualTo(
        [
            "TM2106: the step 'combine fields accounts.mail, b.name into mail by (x, y) => x + y' names fields of accounts and b.",
            "Name fields of one table; up.Fill(field, table, …) looks other tables up.",
        ]));
        Assert.That(Lines(Difference.Between([a, b], [a2, b2], up => up.Split(mail, newMail, name, value => (value, value)))), Has.Some.Contains("names fields of accounts and b."));
    }

    [Test]
    public void WhereKeysWouldBeThoseOfAnotherTable()
    {
        var (a, b, a2, b2) = (Without(out var id, "a"), Without(out _, "b"), Without(out _, "a"), Without(out var other, "b"));

        Assert.That(Lines(Difference.Between([a, b], [a2, b2], up => up.Rekey(id, other, old => old.Id))), Is.EqualTo(
        [
            "TM2107: the step 'rekey table a by old => old.Id' leads to the key of another table.",
            "Name the key of the table that a becomes; up.Merge(Old.…, key, …) gives new keys to what goes elsewhere.",
        ]));
    }

    [Test]
    public void WhereValuesAreMadeUniqueInVain()
    {
        var (old, now) = (Accounts<string>("mail", out _), Accounts<string>("mail", out var mail));
        var id = (IField<One<string>, string?>)now.Fields.Single(field => field.Role == FieldRole.Key);

        Assert.That(Lines(Difference.Between(old, now, up => up.MakeUnique(id, (value, n) => value + n))), Is.EqualTo(
        [
            "TM2107: the step 'make accounts._id unique by (value, n) => value + n' would change keys.",
            "Remove the step: keys are unique already.",
        ]));
        Assert.That(Lines(Difference.Between(old, now, up =>
        {
            up.MakeUnique(mail, (value, n) => value + n);
            up.MakeUnique(mail, (value, n) => value + "-" + n);
        })), Is.EqualTo(
        [
            "TM2106: field accounts.mail is made unique by 2 steps.",
            "  step  make accounts.mail unique by (value, n) => value + n",
            "  step  make accounts.mail unique by (value, n) => value + \"-\" + n",
            "Keep one of them.",
        ]));
    }

    [TestCase(false, false, ""), TestCase(false, true, "TM2106"), TestCase(true, true, ""), TestCase(true, false, "")]
    public void WhereTheCopyOfARecordNeedsWhatTheRecordMayLack(bool isRequired, bool isRequiredThere, string code)
    {
        var old = Accounts<Part<string>>("home", out var oldHome);
        var now = new Table<Two<Part<string>, Part<string>>>("accounts");
        now.Key(a => a.Id);
        var (home, copy) = (now.Required("home", a => a.First), now.Required("copy", a => a.Second));
        _ = isRequired ? oldHome.Required("city", h => h.First) : oldHome.Optional("city", h => h.First);
        _ = isRequired ? home.Required("city", h => h.First) : home.Optional("city", h => h.First);
        _ = isRequiredThere ? copy.Required("city", h => h.First) : copy.Optional("city", h => h.First);

        Assert.That(Difference.Between(old, now, up => up.Copy(oldHome, copy)).Problems.Select(problem => problem.Code).FirstOrDefault() ?? "", Is.EqualTo(code));
    }

    [Test]
    public void ExceptForANewRecordThatOtherStepsPutValuesInto()
    {
        var old = Accounts<string>("city", out var city);
        var now = Accounts<Part<string>>("home", out var home);
        var newCity = home.Required("city", h => h.First);

        var difference = Difference.Between(old, now, up => up.Move(city, newCity));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["move field accounts.city to home.city", "create record accounts.home"]));
        Assert.That(difference.Work.Tables[0].Changes.Fields[^1].Scope, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Does.Contain("create record accounts.home"));
    }

    [Test]
    public void WhereANewRecordOnlyBeginsLikeAnotherField()
    {
        var old = Accounts<string>("city", out var city);
        var now = new Table<Two<Part<string>, string>>("accounts");
        now.Key(a => a.Id);
        now.Required("home", a => a.First).Required("city", h => h.First);
        var town = now.Required("hometown", a => a.Second);

        Assert.That(Lines(Difference.Between(old, now, up => up.Rename(city, town))), Is.EqualTo(
        [
            "TM2102: field accounts.home is new and required, and nothing fills it.",
            "Add to Up: up.Fill(AccountsTable.Home, …); or declare it with Table.Optional.",
        ]));
    }

    [Test]
    public void WhereAnotherFieldIsGoneThanTheOneThatLeadsNowhere()
    {
        var old = new Table<Two<string, string>>("accounts");
        old.Key(a => a.Id);
        var (mail, _) = (old.Required("mail", a => a.First), old.Required("zip", a => a.Second));
        var (others, others2) = (Without(out _, "others"), new Table<One<string>>("others"));
        others2.Key(o => o.Id);
        var login = others2.Required("login", o => o.First);

        Assert.That(Difference.Between([old, others], [Without(out _), others2], up => up.Rename(mail, login)).Problems.Select(problem => problem.Code), Does.Contain(ErrorCode.FieldUnaccounted));
        Assert.That(Difference.Between([old, others], [Without(out _), others2], up => up.Rename(mail, login)).Text, Does.Contain("field accounts.zip is gone").And.Not.Contain("field accounts.mail is gone"));
    }

    [Test]
    public void WhereOnlyAPartitionHasAField()
    {
        var (old, part) = (Accounts<string>("mail", out _), new Table<One<string>>("part"));
        part.Key(a => a.Id);
        part.Required("mail", a => a.First);

        Assert.That(Lines(Difference.Between([old], [Without(out _), part], up => up.Partition(old, part, account => account.First == "x")))[0], Is.EqualTo("TM2101: field accounts.mail is gone, and no step says where to."));
    }

    [Test]
    public void WhereTheOtherHalfHasAnotherField()
    {
        var old = new Table<Two<string, string>>("accounts");
        old.Key(a => a.Id);
        var (mail, _) = (old.Required("mail", a => a.First), old.Required("zip", a => a.Second));
        var half = new Table<One<string>>("half");
        half.Key(a => a.Id);
        var login = half.Required("login", a => a.First);

        Assert.That(Lines(Difference.Between([old], [Without(out _), half], up =>
        {
            up.Split(old, half);
            up.Convert(mail, login, value => value + "!");
        }))[0], Is.EqualTo("TM2101: field accounts.zip is gone, and no step says where to."));
    }

    [Test]
    public void NotForFieldsThatTheOtherHalfTakesByStepsOfTheirOwn()
    {
        var old = new Table<Two<string, string>>("accounts");
        old.Key(a => a.Id);
        var (mail, zip) = (old.Required("mail", a => a.First), old.Required("zip", a => a.Second));
        var half = new Table<Two<string, string>>("half");
        half.Key(a => a.Id);
        var (login, code) = (half.Required("login", a => a.First), half.Required("code", a => a.Second));

        Assert.That(Difference.Between([old], [Without(out _), half], up =>
        {
            up.Split(old, half);
            up.Convert(mail, login, value => value + "!");
            up.Convert(zip, code, value => value + "!");
        }).Text, Is.Empty);
    }

    [Test]
    public void OnceForAKeyThatIsCombined()
    {
        var old = Accounts<string>("mail", out var mail);
        var oldId = (IField<One<string>, string>)old.Fields.Single(field => field.Role == FieldRole.Key);
        var now = Without(out var id);

        Assert.That(Difference.Between(old, now, up => up.Combine(oldId, mail, id, (first, second) => first + second)).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.KeyChanged]));
    }

    [Test]
    public void WhereAValueLeadsOutOfItsArray()
    {
        var old = Accounts<Part<string>[]>("phones", out var oldPhones);
        var number = oldPhones.Each().Required("number", p => p.First);
        var now = new Table<Three<Part<string>[], string, Part<string>>>("accounts");
        now.Key(a => a.Id);
        var inside = now.Required("phones", a => a.First).Each().Required("code", p => p.First);
        var (outside, record) = (now.Required("other", a => a.Second), now.Required("elsewhere", a => a.Third).Required("number", p => p.First));

        Assert.That(Difference.Between(old, now, up => up.Split(number, inside, outside, value => (value, value))).Text, Does.Contain("leads from one array's elements to a place outside of them"));
        Assert.That(Difference.Between(old, now, up => up.Convert(number, record, value => value)).Text, Does.Contain("leads from one array's elements to a place outside of them"));
    }

    [Test]
    public void WhereAFillReadsATableThatIsNotThere()
    {
        var (old, now) = (Accounts<string>("mail", out _), Accounts<string>("mail", out var mail));
        var unknown = Without(out _, "unknown");

        Assert.That(Lines(Difference.Between(old, now, up => up.Fill(mail, unknown, (other, _) => other.Id))), Has.Some.EqualTo("TM2105: the step 'fill field accounts.mail by (other, _) => other.Id' takes unknown, which the migration before does not declare."));
    }

    [Test]
    public void WhereAStepTakesATableThatMayOnlyBeRead()
    {
        var (old, now, other) = (Accounts<string>("mail", out _), Accounts<string>("mail", out _), Without(out _, "others"));
        string Text(Action<Steps> up)
        {
            var steps = new Steps();
            up(steps);
            var (before, foreign) = (Constants.Schema(old), Constants.Schema(other));
            return string.Join('\n', Accounting.Account(new MigrationDefinition(Difference.Id, before, Constants.Schema(now), [before, foreign], steps.List, _ => [], [])).Problems);
        }

        Assert.That(Text(up => up.Drop(other)), Does.Contain("takes others, which the migration before does not declare"));
        Assert.That(Text(up => up.Insert(other, now, (from, _) => new One<string>(from.Id, "mail"))), Is.Empty);
    }

    [Test]
    public void NotWhereAFillIsOfDocumentsThatFlowIntoANewTable()
    {
        var (old, now, copy) = (Accounts<string>("mail", out _), Accounts<string>("mail", out _), new Table<Two<string, string>>("copy"));
        copy.Key(c => c.Id);
        copy.Required("mail", c => c.First);
        var note = copy.Required("note", c => c.Second);

        Assert.That(Difference.Between([old], [now, copy], up =>
        {
            up.Copy(old, copy);
            up.Fill(note, "none");
        }).Text, Is.Empty);
    }

    [Test]
    public void WhereATableIsConvertedAsAWholeAndFilledToo()
    {
        var (old, now) = (Accounts<string>("mail", out _), Accounts<string>("mail", out var mail));

        Assert.That(Lines(Difference.Between(old, now, up =>
        {
            up.Convert(old, now, (account, _) => account);
            up.Fill(mail, "none");
        }))[0], Is.EqualTo("TM2106: the step 'fill field accounts.mail with \"none\"' concerns a table that is converted as a whole."));
    }

    private sealed record Scramble(Table Table, IReadOnlyList<Field> Removes, IReadOnlyList<Field> Writes) : StoreDocumentStep("Nothing else scrambles.", Table, Removes, Writes)
    {
        public override string Words => $"scramble {Table.Name}";
    }

    [Test]
    public void WhereAStoreWritesAFieldThatIsThereToo()
    {
        var (old, now) = (Accounts<string>("mail", out _), Accounts<string>("mail", out var mail));

        Assert.That(Lines(Difference.Between(old, now, up => up.Add(new Scramble(old, [], [mail]))))[0], Is.EqualTo("TM2106: field accounts.mail comes from 2 fields: mail, 'scramble accounts'."));
    }
}
