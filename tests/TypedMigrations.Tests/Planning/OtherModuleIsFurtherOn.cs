using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

/// <summary>A pending migration reads tables of another module, which the database has further on by then.</summary>
public sealed class OtherModuleIsFurtherOn
{
    private enum Kind { None, Guest }

    private enum MoreKinds { None, Guest, Admin }

    private sealed record Home(string City, string? Street = null);

    private sealed record Account(string Id, string Mail, long? Created = null, Kind? Kind = null, Home? Home = null, string? Spare = null);

    private sealed record Changed<TCreated, TKind>(string Id, string Mail, TCreated? Created = default, TKind? Kind = default, Home? Home = null, string? Spare = null);

    private sealed record Numbered(int Id, string Mail, long? Created = null, Kind? Kind = null, Home? Home = null, string? Spare = null);

    private sealed record Short(string Id, string Mail);

    private sealed record Scramble(Table Table, IReadOnlyList<Field> Removes, IReadOnlyList<Field> Writes) : StoreDocumentStep("Nothing else scrambles.", Table, Removes, Writes)
    {
        public override string Words => $"scramble {Table.Name}";
    }

    private readonly Table<Account> _old = new("accounts");
    private readonly Field<Account, string> _id;
    private readonly Field<Account, string> _mail;
    private readonly Field<Account, long?> _created;
    private readonly Field<Account, Kind?> _kind;
    private readonly Field<Account, Home?> _home;
    private readonly Field<Account, string> _city;
    private readonly Field<Account, string?> _street;
    private readonly Field<Account, string?> _spare;

    public OtherModuleIsFurtherOn()
    {
        _id = _old.Key(a => a.Id);
        _mail = _old.Required("mail", a => a.Mail);
        _created = _old.Optional("created", a => a.Created);
        _kind = _old.Optional("kind", a => a.Kind);
        _home = _old.Optional("home", a => a.Home);
        _city = _home.Required("city", h => h.City);
        _street = _home.Optional("street", h => h.Street);
        _spare = _old.Optional("spare", a => a.Spare);
    }

    private static CatalogedMigration Migration(string id, Table[] before, Table[] after, Action<Steps>? up = null, string[]? dependsOn = null, string[]? reads = null) => Code.Migration(id, dependsOn: dependsOn, reads: reads, load: cataloged =>
    {
        var steps = new Steps();
        up?.Invoke(steps);
        var (old, now) = (Constants.Schema(before), Constants.Schema(after));
        return new MigrationDefinition(cataloged.Id, old, now, [old], steps.List, _ => [], []);
    });

    /// <summary>The problems of Disco's migration, which names some of the first accounts' constants, after a second migration of Accounts.</summary>
    private string Problems(string reads, Table[] now, Action<Steps>? up = null, bool isApplied = true, Table[]? before = null)
    {
        var catalog = new MigrationCatalog(
        [
            Migration("20201006_First", [], before ?? [_old]),
            Migration("20201022_Second", before ?? [_old], now, up),
            Migration("Disco/20201010_Late", [], [], dependsOn: [Code.ClassOf("20201006_First")], reads: [.. reads.Split(' ').Select(name => $"Accounts.M20201006_First.AccountsTable.{name}")]),
        ], []);
        return Code.Plan(catalog, Code.Database(isApplied ? ["20201006_First", "20201022_Second"] : ["20201006_First"])).ProblemText();
    }

    private static string ChangedOf(string problem) => string.Join('\n', problem.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line["  changed  ".Length..]));

    private Table<Changed<TCreated, TKind>> Like<TCreated, TKind>(string name = "accounts", bool requiresMail = true)
    {
        var table = new Table<Changed<TCreated, TKind>>(name);
        table.Key(a => a.Id);
        _ = requiresMail ? table.Required("mail", a => a.Mail) : table.Optional("mail", a => a.Mail);
        table.Optional("created", a => a.Created);
        table.Optional("kind", a => a.Kind);
        var home = table.Optional("home", a => a.Home);
        home.Required("city", h => h.City);
        home.Optional("street", h => h.Street);
        table.Optional("spare", a => a.Spare);
        return table;
    }

    private static IField<Changed<TCreated, TKind>, TValue> In<TCreated, TKind, TValue>(Table<Changed<TCreated, TKind>> table, string path) =>
        (IField<Changed<TCreated, TKind>, TValue>)table.Fields.Single(field => field.Path == path);

    [Test]
    public void AFieldThatWasConvertedIsAProblemWithTheWayOut()
    {
        var now = Like<long?, Kind?>();

        Assert.That(Problems("Id Created", [now], up => up.Convert(_created, In<long?, Kind?, long?>(now, "created"), seconds => seconds * 1000)), Is.EqualTo(
            """
            TM2110: Migration 20201010_Late of module Disco reads what 20201006_First of module Accounts left, and the database is further on by then.
              changed  convert field accounts.created by seconds => seconds * 1000 (20201022_Second)
            Let it depend on 20201022_Second and use the constants of that migration: [DependsOn<Accounts.M20201022_Second.Migration>], with a stamp after 20201022.
            """));
    }

    [Test]
    public void OtherFieldsOfTheTableMayChange()
    {
        var now = new Table<Short>("accounts");
        now.Key(a => a.Id);
        now.Required("mail", a => a.Mail);

        Assert.That(Problems("Table Id Mail", [now], up =>
        {
            up.Drop(_created);
            up.Drop(_kind);
            up.Drop(_home);
            up.Drop(_spare);
        }), Is.Empty);
    }

    [Test]
    public void EachFieldThatIsGoneIsTold()
    {
        var now = new Table<Short>("accounts");
        now.Key(a => a.Id);
        var login = now.Required("login", a => a.Mail);

        Assert.That(ChangedOf(Problems("Id Mail Home HomeCity Spare", [now], up =>
        {
            up.Rename(_mail, login);
            up.Drop(_created);
            up.Drop(_kind);
            up.Drop(_home);
            up.Drop(_spare);
        })), Is.EqualTo("drop field accounts.home (20201022_Second)\nrename field accounts.mail to login (20201022_Second)\ndrop field accounts.spare (20201022_Second)"));
    }

    [Test]
    public void ATableThatIsRenamedIsTold()
    {
        var now = Like<long?, Kind?>("users");

        Assert.That(ChangedOf(Problems("Id", [now], up => up.Rename(_old, now))), Is.EqualTo("rename table accounts to users (20201022_Second)"));
    }

    [Test]
    public void ATableThatIsDroppedIsTold() => Assert.That(ChangedOf(Problems("Id", [], up => up.Drop(_old))), Is.EqualTo("drop table accounts (20201022_Second)"));

    [Test]
    public void EachWayInWhichATableEndsIsTold()
    {
        var (now, owners, owned) = (Like<long?, Kind?>("users"), new Table<One<string?>>("owners"), new Table<Two<string?, string[]>>("owners"));
        owners.Key(o => o.Id);
        owners.Optional("name", o => o.First);
        owned.Key(o => o.Id);
        owned.Optional("name", o => o.First);
        var mails = owned.Required("mails", o => o.Second);

        Assert.That(ChangedOf(Problems("Id", [now], up => up.Merge(_old, now))), Is.EqualTo("merge table accounts into users (20201022_Second)"));
        Assert.That(ChangedOf(Problems("Id", [now], up => up.Partition(_old, now, old => old.Kind is null))), Is.EqualTo("partition table accounts: into users where old => old.Kind is null (20201022_Second)"));
        Assert.That(ChangedOf(Problems("Id", [now], up => up.Convert(_old, now, (old, _) => new Changed<long?, Kind?>(old.Id, old.Mail)))), Does.StartWith("convert table accounts to users by "));
        Assert.That(ChangedOf(Problems("Id", [owned], up => up.Embed(_mail, mails, old => old.Mail), before: [_old, owners])), Does.StartWith("embed table accounts into array owners.mails by "));
    }

    [Test]
    public void ATableThatIsGoneWithoutAStepIsTold()
    {
        var other = new Table<None>("others");
        other.Key(o => o.Id);

        Assert.That(ChangedOf(Problems("Id", [other], up => up.RemoveDuplicates(_mail, (first, _) => first))), Is.EqualTo("table accounts is gone (20201022_Second)"));
    }

    [Test]
    public void AFieldThatIsGoneWithoutAStepIsTold()
    {
        var now = new Table<Short>("accounts");
        now.Key(a => a.Id);
        now.Required("mail", a => a.Mail);

        Assert.That(ChangedOf(Problems("Mail Spare", [now])), Is.EqualTo("field accounts.spare is gone (20201022_Second)"));
    }

    [Test]
    public void ATableThatIsConvertedAsAWholeIsTold()
    {
        var now = Like<long?, Kind?>();

        Assert.That(ChangedOf(Problems("Mail", [now], up => up.Convert(_old, now, (old, _) => new Changed<long?, Kind?>(old.Id, old.Mail)))), Does.StartWith("convert table accounts by "));
    }

    [Test]
    public void AStepOfTheStoreIsToldWhereItNamesTheField()
    {
        var now = Like<long?, Kind?>();
        var removes = (Steps up) => up.Add(new Scramble(_old, [_mail], []));
        var writes = (Steps up) => up.Add(new Scramble(_old, [_spare], [(Field)In<long?, Kind?, string>(now, "mail")]));

        Assert.That(ChangedOf(Problems("Mail", [now], up => removes(up))), Is.EqualTo("scramble accounts (20201022_Second)"));
        Assert.That(ChangedOf(Problems("Mail", [now], up => writes(up))), Is.EqualTo("scramble accounts (20201022_Second)"));
        Assert.That(Problems("Created", [now], up => removes(up)), Is.Empty);
    }

    [Test]
    public void ATypeThatIsRenamedTouchesNoField()
    {
        var now = Like<long?, Kind?>();

        Assert.That(Problems("Mail", [now], up => up.RenameType(_old, "A", "B")), Is.Empty);
    }

    [Test]
    public void AFieldThatChangedWhileKeysDidIsTold()
    {
        var now = new Table<Numbered>("accounts");
        var id = now.Key(a => a.Id);
        var mail = now.Required("mail", a => a.Mail);
        now.Optional("created", a => a.Created);
        now.Optional("kind", a => a.Kind);
        var home = now.Optional("home", a => a.Home);
        home.Required("city", h => h.City);
        home.Optional("street", h => h.Street);
        now.Optional("spare", a => a.Spare);

        Assert.That(ChangedOf(Problems("Mail", [now], up =>
        {
            up.Rekey(_id, id, old => int.Parse(old.Id));
            up.Convert(_mail, mail, old => old + "!");
        })), Is.EqualTo("convert field accounts.mail by old => old + \"!\" (20201022_Second)"));
    }

    [Test]
    public void AFieldThatWasCombinedWithAnotherIsTold()
    {
        var now = Like<long?, Kind?>();

        Assert.That(ChangedOf(Problems("Spare", [now], up => up.Combine(_mail, _spare, In<long?, Kind?, string>(now, "mail"), (mail, spare) => mail + spare))), Does.StartWith("combine "));
    }

    [Test]
    public void AFieldThatWasMadeUniqueIsTold()
    {
        var now = Like<long?, Kind?>();

        Assert.That(ChangedOf(Problems("Mail", [now], up => up.MakeUnique(In<long?, Kind?, string>(now, "mail"), (mail, n) => mail + n))), Is.EqualTo("make accounts.mail unique by (mail, n) => mail + n (20201022_Second)"));
    }

    [Test]
    public void AFieldThatWasFilledIsTold()
    {
        var now = Like<long?, Kind?>();

        Assert.That(ChangedOf(Problems("Spare", [now], up => up.Fill(In<long?, Kind?, string?>(now, "spare"), "none"))), Is.EqualTo("fill field accounts.spare with \"none\" (20201022_Second)"));
    }

    [Test]
    public void AKeyThatChangedIsToldWhereItIsNamed()
    {
        var now = new Table<Numbered>("accounts");
        var id = now.Key(a => a.Id);
        now.Required("mail", a => a.Mail);
        now.Optional("created", a => a.Created);
        now.Optional("kind", a => a.Kind);
        var home = now.Optional("home", a => a.Home);
        home.Required("city", h => h.City);
        home.Optional("street", h => h.Street);
        now.Optional("spare", a => a.Spare);
        var rekey = (Steps up) => up.Rekey(_id, id, old => int.Parse(old.Id));

        Assert.That(ChangedOf(Problems("Id", [now], up => rekey(up))), Is.EqualTo("rekey table accounts by old => int.Parse(old.Id) (20201022_Second)"));
        Assert.That(Problems("Mail HomeCity", [now], up => rekey(up)), Is.Empty);
    }

    [Test]
    public void ATypeThatChangedIsTold()
    {
        var now = Like<long?, MoreKinds?>();

        Assert.That(ChangedOf(Problems("Kind Mail", [now])), Is.EqualTo("field accounts.kind was enum as name (None=0, Guest=1) and is enum as name (None=0, Guest=1, Admin=2) (20201022_Second)"));
    }

    [Test]
    public void AFieldThatMayBeMissingNowIsTold() => Assert.That(
        ChangedOf(Problems("Mail", [Like<long?, Kind?>(requiresMail: false)])), Is.EqualTo("field accounts.mail was required and may be missing (20201022_Second)"));

    [Test]
    public void AFieldOfANestedRecordIsToldByItself()
    {
        var now = Like<long?, Kind?>();
        var convert = (Steps up) => up.Convert(_street, In<long?, Kind?, string?>(now, "home.street"), street => street + "!");

        Assert.That(Problems("Home HomeCity", [now], up => convert(up)), Is.Empty);
        Assert.That(ChangedOf(Problems("Home HomeStreet", [now], up => convert(up))), Does.StartWith("convert field accounts.home.street"));
    }

    [Test]
    public void NothingIsTouchedWhereTheOtherModuleIsNotFurtherOn()
    {
        var now = Like<long?, Kind?>();

        Assert.That(Problems("Created", [now], up => up.Convert(_created, In<long?, Kind?, long?>(now, "created"), seconds => seconds * 1000), isApplied: false), Is.Empty);
    }

    [Test]
    public void WhatTheSameRunChangesBeforeItIsTold()
    {
        var now = Like<long?, Kind?>();
        var catalog = new MigrationCatalog(
        [
            Migration("20201006_First", [], [_old]),
            Migration("20201022_Second", [_old], [now], up => up.Convert(_created, In<long?, Kind?, long?>(now, "created"), seconds => seconds * 1000)),
            Migration("Disco/20201023_Late", [], [], dependsOn: [Code.ClassOf("20201006_First")], reads: ["Accounts.M20201006_First.AccountsTable.Created"]),
        ], []);

        Assert.That(ChangedOf(Code.Plan(catalog, Code.Database("20201006_First")).ProblemText()), Is.EqualTo("convert field accounts.created by seconds => seconds * 1000 (20201022_Second)"));
    }

    [Test]
    public void NoConstantsAreTouchedWhereNothingIsRead()
    {
        var catalog = new MigrationCatalog(
        [
            Code.Migration("20201006_First", load: Code.Untouchable), Code.Migration("20201022_Second", load: Code.Untouchable),
            Code.Migration("Disco/20201010_Late", dependsOn: [Code.ClassOf("20201006_First")]),
        ], []);

        Assert.That(() => new ForeignReads(catalog, catalog.TryFind("Late")!, _ => true).Check().ToList(), Is.Empty);
    }

    [Test]
    public void AdoptedMigrationsCountToo()
    {
        var now = Like<long?, Kind?>();
        var catalog = new MigrationCatalog(
        [
            Migration("20201006_First", [], [_old]),
            Migration("20201022_Second", [_old], [now], up => up.Convert(_created, In<long?, Kind?, long?>(now, "created"), seconds => seconds * 1000)),
            Migration("Disco/20201010_Late", [], [], dependsOn: [Code.ClassOf("20201006_First")], reads: ["Accounts.M20201006_First.AccountsTable.Created"]),
        ], []);

        var plan = Code.Plan(catalog, Code.Database(), new PlanRequest { AdoptAt = new Dictionary<string, string> { ["Accounts"] = "20201022" } });

        Assert.That(plan.ProblemText(), Does.StartWith("TM2110: "));
    }
}
