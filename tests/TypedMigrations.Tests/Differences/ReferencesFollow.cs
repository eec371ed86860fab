using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class ReferencesFollow
{
    private sealed record Account(string Id);

    private sealed record Numbered(int Id);

    private sealed record Role<TKey>(string Id, TKey AccountId);

    /// <summary>A reference of a store's own kind.</summary>
    private readonly record struct Link<TKey>(TKey Id);

    private readonly record struct OtherKey;

    private readonly Table<Account> _old = new("accounts");
    private readonly Table<Numbered> _now = new("accounts");
    private readonly Field<Account, string> _oldId;
    private readonly Field<Numbered, int> _id;

    public ReferencesFollow()
    {
        _oldId = _old.Key(a => a.Id);
        _id = _now.Key(a => a.Id);
    }

    private static (Table<Role<TKey>> Table, Field<Role<TKey>, TKey> AccountId) Roles<TKey>(Field? key = null, string name = "roles")
    {
        var table = new Table<Role<TKey>>(name);
        table.Key(r => r.Id);
        var accountId = table.Required("account_id", r => r.AccountId);
        if (key is not null)
            accountId.References(key);
        return (table, accountId);
    }

    [Test]
    public void WhereTheConstantsBeforeDeclareThem()
    {
        var (roles, now) = (Roles<string>(_oldId), Roles<int>(_id));

        var difference = Difference.Between([_old, roles.Table], [_now, now.Table], up => up.Rekey(_oldId, _id, old => int.Parse(old.Id)));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Is.EqualTo(["rekey table accounts by old => int.Parse(old.Id)", "let roles.account_id follow its documents"]));
    }

    [Test]
    public void WhereOnlyTheConstantsAfterDeclareThem()
    {
        var (roles, now) = (Roles<string>(), Roles<int>(_id));

        var difference = Difference.Between([_old, roles.Table], [_now, now.Table], up => up.Rekey(_oldId, _id, old => int.Parse(old.Id)));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Does.Contain("let roles.account_id follow its documents"));
    }

    [Test]
    public void NotWhereNobodyDeclaresThem()
    {
        var (roles, now) = (Roles<string>(), Roles<int>());

        Assert.That(Difference.Between([_old, roles.Table], [_now, now.Table], up => up.Rekey(_oldId, _id, old => int.Parse(old.Id))).Text, Is.EqualTo(
            """
            TM2103: Migration 20201027_ManyRoles of module Accounts: field roles.account_id changes its type without a conversion.
              before  string
              after   int
            Add to Up: up.Convert(Old.RolesTable.AccountId, RolesTable.AccountId, value => …);
            """));
    }

    [Test]
    public void UnlessAnAuthorsOwnConversionWritesThem()
    {
        var (roles, now) = (Roles<string>(_oldId), Roles<int>(_id));

        Assert.That(Difference.Between([_old, roles.Table], [_now, now.Table], up =>
        {
            up.Rekey(_oldId, _id, old => int.Parse(old.Id));
            up.Convert(roles.AccountId, now.AccountId, int.Parse);
        }).Text, Is.Empty);
    }

    [Test]
    public void ButNotIntoDerivedDocuments()
    {
        var roles = Roles<int>(_id);

        Assert.That(Difference.Between([_old], [_now, roles.Table], up =>
        {
            up.Rekey(_oldId, _id, old => int.Parse(old.Id));
            up.Insert(_old, roles.Table, (account, _) => new Role<int>(account.Id, 1));
        }).Text, Is.EqualTo(
            """
            TM4101: Migration 20201027_ManyRoles of module Accounts: the reference roles.account_id to accounts would keep old keys: a function makes the value and does not know the new ones.
              step     rekey table accounts by old => int.Parse(old.Id)
              made by  insert into roles from accounts by (account, _) => new Role<int>(account.Id, 1)
            Write up.Rekey(Old.AccountsTable.Id, …); in a migration of its own.
            """));
    }

    [Test]
    public void ButNotIntoDocumentsThatAreConvertedAsAWhole()
    {
        var (roles, now) = (Roles<string>(_oldId), Roles<int>(_id));

        Assert.That(Difference.Between([_old, roles.Table], [_now, now.Table], up =>
        {
            up.Rekey(_oldId, _id, old => int.Parse(old.Id));
            up.Convert(roles.Table, now.Table, (role, _) => new Role<int>(role.Id, int.Parse(role.AccountId)));
        }).Problems.Select(problem => (problem.Code, problem.Facts[^1].Value)), Is.EqualTo(
            [(ErrorCode.ReferenceLeftBehind, "convert table roles by (role, _) => new Role<int>(role.Id, int.Parse(role.Accoun...")]));
    }

    [Test]
    public void ToNewKeysOfMergedDocuments()
    {
        var users = new Table<Account>("users");
        var userId = users.Key(u => u.Id);
        var still = new Table<Account>("accounts");
        var id = still.Key(a => a.Id);
        var (roles, now) = (Roles<string>(userId), Roles<string>(id));

        var difference = Difference.Between([_old, users, roles.Table], [still, now.Table], up => up.Merge(users, id, user => "u" + user.Id));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Does.Contain("let roles.account_id follow its documents"));
    }

    [Test]
    public void ToATableOfTheSameMigrationOnly()
    {
        var roles = Roles<string>(_oldId);
        var still = new Table<Account>("accounts");
        still.Key(a => a.Id);

        Assert.That(Difference.Between([_old], [still, roles.Table]).Text, Is.EqualTo(
            """
            TM2008: Migration 20201027_ManyRoles of module Accounts: the reference roles.account_id to accounts leads to a table of another migration.
            Refer to a key of this migration, or of one that it declares to depend on.
            """));
    }

    [Test]
    public void FromOneTableRekeyedOnce()
    {
        Assert.That(Difference.Between(_old, _now, up =>
        {
            up.Rekey(_oldId, _id, old => 1);
            up.Rekey(_oldId, _id, old => 2);
        }).Text, Is.EqualTo(
            """
            TM2106: Migration 20201027_ManyRoles of module Accounts: table accounts is rekeyed by 2 steps.
            Keep one of them.
            """));
    }

    [Test]
    public void ToTheKeyOfTheSameTable()
    {
        var roles = Roles<int>();
        var old = Roles<int>();

        Assert.That(Difference.Between([_old, old.Table], [_now, roles.Table], up =>
        {
            up.Rekey(_oldId, roles.AccountId, account => 1);
            up.Rekey(_oldId, _id, account => 1);
        }).Problems[0].ToString(), Is.EqualTo(
            """
            TM2107: Migration 20201027_ManyRoles of module Accounts: the step 'rekey table accounts by account => 1' names a field that is no key.
            Name the two keys, declared with Table.Key.
            """));
    }

    [Test]
    public void AreSchemaText() => Assert.That(Constants.Schema(_old, Roles<string>(_oldId).Table).ToString(), Is.EqualTo(
        """
        table accounts
          key string

        table roles
          key string
          field account_id string
          reference account_id to accounts
        """));

    [Test]
    public void OfAStoresOwnKindToo()
    {
        var (roles, now) = (Roles<Link<string>>(_oldId), Roles<Link<int>[]>(_id));
        var (lists, still) = (Roles<Link<string>[]>(_oldId), Roles<Link<int>[]>(_id));

        Assert.That(Difference.Between([_old, lists.Table], [_now, still.Table], up => up.Rekey(_oldId, _id, old => int.Parse(old.Id))).Text, Is.Empty);
        Assert.That(Difference.Between([_old, roles.Table], [_now, now.Table], up => up.Rekey(_oldId, _id, old => int.Parse(old.Id))).Text, Does.StartWith("TM2103").And.Contain("before  link of string"));
        Assert.That(Difference.Between([_old, roles.Table], [_now, Roles<int>(_id).Table], up => up.Rekey(_oldId, _id, old => int.Parse(old.Id))).Text, Does.StartWith("TM2103"));
    }

    [Test]
    public void OfAStoresOwnKindToKeysOfTheirTypeOnly() => Assert.That(
        Constants.Problems(_now, Roles<Link<string>>(_id).Table).Concat(Constants.Problems(_now, Roles<OtherKey>(_id).Table)).Concat(Constants.Problems(_now, Roles<Link<int>>(_id).Table)).Select(problem => problem.Code),
        Is.EqualTo([ErrorCode.ReferenceNotKeepable, ErrorCode.ReferenceNotKeepable]));

    [Test]
    public void ToKeysOfTheirTypeOnly() => Assert.That(string.Join("\n\n", Constants.Problems(_now, Roles<string>(_id).Table).Concat(Constants.Problems(Roles<string>(Roles<string>(name: "users").AccountId).Table))), Is.EqualTo(
        """
        TM2008: The reference roles.account_id to accounts of migration 20201027_ManyRoles is of another type than the key accounts._id.
        Declare the field with the type of the key, or as a list of it.

        TM2008: The reference roles.account_id of migration 20201027_ManyRoles leads to users.account_id, which is no key.
        Refer to a field declared with Table.Key.
        """));
}
