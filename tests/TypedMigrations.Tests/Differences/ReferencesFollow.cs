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

        var difference = Difference.Between([_old, roles.Table], [_now, now.Table], up =>
        {
            up.Rekey(_oldId, _id, old => int.Parse(old.Id));
            up.Convert(roles.AccountId, now.AccountId, int.Parse);
        });

        Assert.That((difference.Text, FollowsOf(difference).Count()), Is.EqualTo(("", 0)));
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

    /// <summary>How references follow, in words.</summary>
    private static IEnumerable<string> FollowsOf(Difference difference) => difference.Work.Tables.Select(table => table.Changes).Concat(difference.Work.Flows.Select(flow => flow.Changes))
        .SelectMany(changes => changes.Fields).Where(change => change.Follows is not null)
        .Select(change => $"{change.Step.Words}: {change.Follows!.TableBefore} to {change.Follows.TableAfter}, {change.Follows.Rekey?.Step.Words ?? "same keys"}{(change.Follows.KeepsDangling ? ", dangling kept" : "")}");

    [TestCase(false), TestCase(true)]
    public void AndDanglingOnesStayWhereTheStepSaysSo(bool keepsDangling)
    {
        var (roles, now) = (Roles<string>(_oldId), Roles<int>(_id));

        var difference = Difference.Between([_old, roles.Table], [_now, now.Table], up =>
        {
            var rekey = up.Rekey(_oldId, _id, old => 1);
            if (keepsDangling)
                rekey.KeepDangling();
        });

        Assert.That(FollowsOf(difference), Is.EqualTo([$"let roles.account_id follow its documents: accounts to accounts, rekey table accounts by old => 1{(keepsDangling ? ", dangling references kept, dangling kept" : "")}"]));
    }

    [TestCase(false), TestCase(true)]
    public void AndDanglingOnesOfMergedDocumentsStayWhereTheStepSaysSo(bool keepsDangling)
    {
        var (users, still) = (new Table<Account>("users"), new Table<Account>("accounts"));
        var (userId, id) = (users.Key(u => u.Id), still.Key(a => a.Id));
        var (roles, now) = (Roles<string>(userId), Roles<string>(id));

        var difference = Difference.Between([_old, users, roles.Table], [still, now.Table], up =>
        {
            var merge = up.Merge(users, id, user => "u" + user.Id);
            if (keepsDangling)
                merge.KeepDangling();
        });

        Assert.That(FollowsOf(difference), Is.EqualTo(
            [$"let roles.account_id follow its documents: users to accounts, merge table users into accounts, keys by user => \"u\" + user.Id{(keepsDangling ? ", dangling references kept, dangling kept" : "")}"]));
    }

    [Test]
    public void InTheTableItselfOnItsWay()
    {
        var (old, now) = (new Table<Role<string>>("roles"), new Table<Role<string>>("roles"));
        var (oldId, id) = (old.Key(r => r.Id), now.Key(r => r.Id));
        old.Required("account_id", r => r.AccountId).References(oldId);
        now.Required("account_id", r => r.AccountId).References(id);

        var difference = Difference.Between(old, now, up => up.Rekey(oldId, id, role => "r" + role.Id));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Work.Steps.Select(step => step.Words), Is.EqualTo(["rekey table roles by role => \"r\" + role.Id", "let roles.account_id follow its documents"]));
    }

    [Test]
    public void ToATableOfAnotherNameIfTheirKindNamesIt()
    {
        var users = new Table<Account>("users");
        var userId = users.Key(u => u.Id);
        var rename = (Steps up) => up.Rename(_old, users);
        var merge = (Steps up) => up.Merge(_old, users);

        foreach (var way in new[] { rename, merge })
        {
            Assert.That(FollowsOf(Difference.Between([_old, Roles<Link<string>>(_oldId).Table], [users, Roles<Link<string>>(userId).Table], way)), Is.EqualTo(
                ["let roles.account_id follow its documents: accounts to users, same keys, dangling kept"]));
            Assert.That(FollowsOf(Difference.Between([_old, Roles<Link<string>[]>(_oldId).Table], [users, Roles<Link<string>[]>(userId).Table], way)), Has.Exactly(1).Items);
            Assert.That(FollowsOf(Difference.Between([_old, Roles<string>(_oldId).Table], [users, Roles<string>(userId).Table], way)), Is.Empty);
        }
    }

    [Test]
    public void NotWhereTheirDocumentsAreGone()
    {
        var difference = Difference.Between([_old, Roles<Link<string>>(_oldId).Table], [Roles<Link<string>>().Table], up => up.Drop(_old));

        Assert.That((difference.Text, FollowsOf(difference).Count()), Is.EqualTo(("", 0)));
    }

    [Test]
    public void NotToATableThatIsNew()
    {
        var users = new Table<Account>("users");
        var userId = users.Key(u => u.Id);

        var difference = Difference.Between([_old, Roles<string>().Table], [_now, users, Roles<string>(userId).Table], up => up.Rekey(_oldId, _id, old => 1));

        Assert.That((difference.Text, FollowsOf(difference).Count()), Is.EqualTo(("", 0)));
    }

    [Test]
    public void UnderAnotherName()
    {
        var roles = Roles<string>(_oldId);
        var now = new Table<Role<int>>("roles");
        now.Key(r => r.Id);
        var owner = now.Required("owner_id", r => r.AccountId);
        owner.References(_id);

        var difference = Difference.Between([_old, roles.Table], [_now, now], up =>
        {
            up.Rekey(_oldId, _id, old => 1);
            up.Rename(roles.AccountId, owner);
        });

        Assert.That(difference.Text, Is.Empty);
        Assert.That(FollowsOf(difference), Is.EqualTo(["rename field roles.account_id to owner_id: accounts to accounts, rekey table accounts by old => 1"]));
    }

    [Test]
    public void NotWhereNobodySaysWhereTheirDocumentsWent() => Assert.That(
        Difference.Between([_old, Roles<Link<string>>(_oldId).Table], [Roles<Link<string>>().Table]).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.TableUnaccounted]));

    private sealed record Holder<TKey>(string Id, Part<TKey> Owner, Part<TKey> Deputy);

    private static (Table<Holder<TKey>> Table, Field<Holder<TKey>, Part<TKey>> Owner, Field<Holder<TKey>, Part<TKey>> Deputy) Holders<TKey>(Field? key, string name = "holders")
    {
        var table = new Table<Holder<TKey>>(name);
        table.Key(h => h.Id);
        var (owner, deputy) = (table.Required("owner", h => h.Owner), table.Required("deputy", h => h.Deputy));
        var accountId = owner.Required("account_id", o => o.First);
        deputy.Required("account_id", o => o.First);
        if (key is not null)
            accountId.References(key);
        return (table, owner, deputy);
    }

    [Test]
    public void ButNotIntoARecordThatIsConvertedAsAWhole()
    {
        var still = new Table<Account>("accounts");
        var id = still.Key(a => a.Id);
        var (old, now) = (Holders<string>(_oldId), Holders<string>(id));
        string Text(Action<Steps> change) => Difference.Between([_old, old.Table], [still, now.Table], up =>
        {
            up.Rekey(_oldId, id, account => "a" + account.Id);
            change(up);
        }).Text;

        Assert.That(Text(up => up.Convert(old.Owner, now.Owner, owner => new Part<string>("new"))), Is.EqualTo(
            """
            TM4101: Migration 20201027_ManyRoles of module Accounts: the reference holders.owner.account_id to accounts would keep old keys: a function makes the value and does not know the new ones.
              step     rekey table accounts by account => "a" + account.Id
              made by  convert field holders.owner by owner => new Part<string>("new")
            Write up.Rekey(Old.AccountsTable.Id, …); in a migration of its own.
            """));
        Assert.That(Text(up => up.Convert(old.Deputy, now.Deputy, deputy => new Part<string>("new"))), Is.Empty, "where it does not lie");
    }

    [Test]
    public void ButNotIntoTheCopyOfARecord()
    {
        var still = new Table<Account>("accounts");
        var id = still.Key(a => a.Id);
        var old = new Table<One<Part<string>>>("holders");
        old.Key(h => h.Id);
        var deputy = old.Required("deputy", h => h.First);
        deputy.Required("account_id", o => o.First);
        var now = Holders<string>(id);

        Assert.That(Difference.Between([_old, old], [still, now.Table], up =>
        {
            up.Rekey(_oldId, id, account => "a" + account.Id);
            up.Copy(deputy, now.Owner);
        }).Problems.Select(problem => (problem.Code, problem.Facts[^1].Value)), Is.EqualTo([(ErrorCode.ReferenceLeftBehind, "copy field holders.deputy to owner")]));
    }

    [Test]
    public void ButNotIntoOneOfSeveralPlacesThatAFunctionMakes()
    {
        var still = new Table<Account>("accounts");
        var id = still.Key(a => a.Id);
        var old = new Table<One<string>>("holders");
        old.Key(h => h.Id);
        var both = old.Required("both", h => h.First);
        var now = Holders<string>(id);

        Assert.That(Difference.Between([_old, old], [still, now.Table], up =>
        {
            up.Rekey(_oldId, id, account => "a" + account.Id);
            up.Split(both, now.Owner, now.Deputy, value => (new Part<string>(value), new Part<string>(value)));
        }).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.ReferenceLeftBehind]));
    }

    [Test]
    public void ButNotIntoMergedDocumentsWhoseRecordAFunctionMakes()
    {
        var (still, others) = (new Table<Account>("accounts"), Holders<string>(null, "others"));
        var id = still.Key(a => a.Id);
        var (old, now) = (Holders<string>(_oldId), Holders<string>(id));

        Assert.That(Difference.Between([_old, old.Table, others.Table], [still, now.Table], up =>
        {
            up.Rekey(_oldId, id, account => "a" + account.Id);
            up.Merge(others.Table, now.Table);
            up.Convert(others.Owner, now.Owner, owner => new Part<string>("new"));
        }).Problems.Select(problem => (problem.Code, problem.Facts[^1].Value)), Is.EqualTo(
            [(ErrorCode.ReferenceLeftBehind, "convert field others.owner to holders.owner by owner => new Part<string>(\"new\")")]));
    }

    [Test]
    public void ButNotIntoExtractedElements()
    {
        var (old, now) = (new Table<One<string[]>>("lists"), new Table<None>("lists"));
        old.Key(l => l.Id);
        now.Key(l => l.Id);
        var elements = old.Required("accounts", l => l.First);
        var (roles, others) = (Roles<int>(_id), Roles<int>(name: "others"));
        string Text(Table<Role<int>> into) => Difference.Between([_old, old], [_now, now, roles.Table, others.Table], up =>
        {
            up.Rekey(_oldId, _id, account => 1);
            up.Extract(elements, into, (list, element, place) => new Role<int>(list.Id + place, int.Parse(element)));
        }).Text;

        Assert.That(Text(roles.Table), Does.StartWith("TM4101: ").And.Contain("made by  extract elements of lists.accounts into table roles"));
        Assert.That(Text(others.Table), Is.Empty);
    }

    [Test]
    public void ButNotIntoDocumentsDerivedFromThoseThatAreMergedOrReferToThem()
    {
        var (users, still) = (new Table<Account>("users"), new Table<Account>("accounts"));
        var (userId, id) = (users.Key(u => u.Id), still.Key(a => a.Id));
        var (notes, roles, oldNotes) = (Roles<string>(id), Roles<string>(id, name: "derived"), Roles<string>(userId));
        string Text<T>(Table<T> from) where T : class => Difference.Between([_old, users, oldNotes.Table], [still, notes.Table, roles.Table], up =>
        {
            up.Merge(users, id, user => "u" + user.Id);
            up.Insert(from, roles.Table, (_, _) => new Role<string>("a", "b"));
        }).Text;

        Assert.That(Text(users), Does.EndWith("Write up.Merge(Old.UsersTable.Table, …); in a migration of its own."));
        Assert.That(Text(oldNotes.Table), Does.EndWith("Write up.Merge(Old.UsersTable.Table, …); in a migration of its own."));
        Assert.That(Text(_old), Is.Empty, "What it is merged into keeps its keys.");
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
