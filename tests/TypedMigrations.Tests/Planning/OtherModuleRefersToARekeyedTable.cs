using TypedMigrations.Discovering;
using TypedMigrations.Schemas;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class OtherModuleRefersToARekeyedTable
{
    private sealed record Account(string Id, string? OldId);

    private sealed record Numbered(int Id, string? OldId);

    private sealed record Badge(string Id, string AccountId);

    private readonly Table<Account> _users;
    private readonly Table<Account> _accounts;
    private readonly Table<Numbered> _numbered;
    private readonly Field<Account, string> _usersId;
    private readonly Field<Account, string> _accountsId;
    private readonly Field<Numbered, int> _numberedId;

    public OtherModuleRefersToARekeyedTable()
    {
        _users = Accounts("users", out _usersId);
        _accounts = Accounts("accounts", out _accountsId);
        _numbered = Numbers("accounts", out _numberedId);
    }

    private static CatalogedMigration Migration(string id, Table[] before, Table[] after, Action<Steps>? up = null, string[]? dependsOn = null) => Code.Migration(id, dependsOn: dependsOn, load: cataloged =>
    {
        var steps = new Steps();
        up?.Invoke(steps);
        var (old, now) = (Constants.Schema(before), Constants.Schema(after));
        // The constants of all migrations are at hand: what a migration may name is not the matter here.
        return new MigrationDefinition(cataloged.Id, old, now, [old, Constants.Schema([.. Own])], steps.List, _ => [], []);
    });

    [ThreadStatic]
    private static IReadOnlyList<Table>? _own;

    private static IReadOnlyList<Table> Own => _own ?? [];

    private static Table<Account> Accounts(string name, out Field<Account, string> key)
    {
        var table = new Table<Account>(name);
        key = table.Key(a => a.Id);
        table.Optional("old_id", a => a.OldId);
        return table;
    }

    private static Table<Numbered> Numbers(string name, out Field<Numbered, int> key)
    {
        var table = new Table<Numbered>(name);
        key = table.Key(a => a.Id);
        table.Optional("old_id", a => a.OldId);
        return table;
    }

    private static Table<Badge> Badges(Field<Account, string> account)
    {
        var badges = new Table<Badge>("badges");
        badges.Key(b => b.Id);
        badges.Required("account_id", b => b.AccountId).References(account);
        return badges;
    }

    private MigrationCatalog Catalog(bool stillRefers)
    {
        _own = [_users];
        var badges = Badges(_usersId);
        var plain = new Table<Badge>("badges");
        plain.Key(b => b.Id);
        plain.Required("account_id", b => b.AccountId);

        return new MigrationCatalog(
        [
            Migration("20240101_Users", [], [_users]),
            Migration("Disco/20240102_Badges", [], [badges]),
            Migration("20240103_Accounts", [_users], [_accounts], up => up.Rename(_users, _accounts)),
            .. stillRefers ? (CatalogedMigration[])[] : [Migration("Disco/20240104_Free", [badges], [plain])],
            Migration("20240105_Keys", [_accounts], [_numbered], up => up.Rekey(_accountsId, _numberedId, old => int.Parse(old.Id))),
        ], []);
    }

    [Test]
    public void IsAProblemWithTheLinesToWrite() => Assert.That(Code.Plan(Catalog(stillRefers: true), Code.Database("20240101_Users", "Disco/20240102_Badges")).ProblemText(), Is.EqualTo(
        """
        TM4101: Migration 20240105_Keys of module Accounts: the reference badges.account_id to users of module Disco would keep old keys: a migration changes the tables of its own module only.
          step         rekey table accounts by old => int.Parse(old.Id)
          declared in  20240102_Badges of module Disco
        Keep the old key here: up.Copy(Old.AccountsTable.Id, …); add a migration to module Disco before this one that no longer declares BadgesTable.AccountId as a reference, and one after it that looks the new keys up: up.Drop(Old.BadgesTable.AccountId); up.Fill(BadgesTable.AccountId, Old.BadgesTable.Table, (old, before) => before.Find(…)!.Id);
        """));

    [Test]
    public void IsAProblemWhereTheTableWasConverted() => Assert.That(
        CodesOf([_users], Migration("20240103_Accounts", [_users], [_accounts], up => up.Convert(_users, _accounts, (user, _) => new Account(user.Id, user.OldId)))), Is.EqualTo([ErrorCode.ReferenceLeftBehind]));

    [Test]
    public void IsAProblemWhereTheTableWasMerged()
    {
        var before = Accounts("accounts", out _);

        Assert.That(CodesOf([_users, before], Migration("20240103_Accounts", [_users, before], [_accounts], up => up.Merge(_users, _accounts))), Is.EqualTo([ErrorCode.ReferenceLeftBehind]));
    }

    [Test]
    public void IsAProblemWhereTheTableWasLeftAloneMeanwhile()
    {
        var (users, numbered) = (Accounts("users", out var key), Numbers("users", out var number));
        var more = new Table<None>("more");
        more.Key(none => none.Id);

        Assert.That(CodesOf([_users], Migration("20240103_More", [_users], [users, more]), Migration("20240104_Keys", [users, more], [numbered, more], up => up.Rekey(key, number, old => int.Parse(old.Id)))), Is.EqualTo([ErrorCode.ReferenceLeftBehind]));
    }

    [Test]
    public void IsNoneOfAMigrationThatComesLater()
    {
        var catalog = new MigrationCatalog([.. Catalog(stillRefers: true).Migrations.Select(migration => migration.Id.Module == "Disco" ? Migration("Disco/20240106_Badges", [], [Badges(_usersId)]) : migration)], []);

        Assert.That(Code.Plan(catalog, Code.Database("20240101_Users")).ProblemText(), Is.Empty);
    }

    /// <summary>The problems of a rekeyed table, after a migration of its module, with a reference to its first name in another.</summary>
    private IEnumerable<string> CodesOf(Table[] first, CatalogedMigration second, CatalogedMigration? rekeying = null)
    {
        _own = [_users];
        var catalog = new MigrationCatalog(
        [
            Migration("20240101_Users", [], first), Migration("Disco/20240102_Badges", [], [Badges(_usersId)]), second,
            rekeying ?? Migration("20240105_Keys", [_accounts], [_numbered], up => up.Rekey(_accountsId, _numberedId, old => int.Parse(old.Id))),
        ], []);
        return Code.Plan(catalog, Code.Database("20240101_Users", "Disco/20240102_Badges")).Problems.Select(problem => problem.Code);
    }

    [Test]
    public void IsNoneWhenTheReferenceIsNoLongerDeclared() => Assert.That(Code.Plan(Catalog(stillRefers: false), Code.Database("20240101_Users", "Disco/20240102_Badges")).ProblemText(), Is.Empty);
}
