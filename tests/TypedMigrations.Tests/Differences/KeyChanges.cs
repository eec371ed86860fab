using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class KeyChanges
{
    private sealed record Numbered(int Id);

    private readonly Table<None> _old = new("accounts");
    private readonly Table<Numbered> _now = new("accounts");

    [Test]
    public void AsksForARekeying()
    {
        _old.Key(a => a.Id);
        _now.Key(a => a.Id);

        Assert.That(Difference.Between(_old, _now).Text, Is.EqualTo(
            """
            TM2107: Migration 20201027_ManyRoles of module Accounts: the key of table accounts changes from string to int.
            Add to Up: up.Rekey(Old.AccountsTable.Id, AccountsTable.Id, old => …);
            """));
    }

    [Test]
    public void IsNotDoneByAConversion()
    {
        var old = _old.Key(a => a.Id);
        var now = _now.Key(a => a.Id);

        Assert.That(Difference.Between(_old, _now, up => up.Convert(old, now, int.Parse)).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.KeyChanged]));
    }

    [Test]
    public void ByMakingItUniqueIsAContradiction()
    {
        _old.Key(a => a.Id);
        var now = new Table<None>("accounts");
        var id = now.Key(a => a.Id);

        Assert.That(Difference.Between(_old, now, up => up.MakeUnique(id, (text, n) => text + n)).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.KeyChanged]));
    }
}
