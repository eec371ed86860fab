using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Tests.Files;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Security;

/// <summary>The small files beside the database say what this library never wrote.</summary>
public sealed class FilesBesideTheDatabaseAreHostile : FolderTest
{
    private static readonly string Token = new('a', 32);

    [TestCase("\u001b]0;owned\u0007"), TestCase("a\u0000b"), TestCase("a\u009bb")]
    public void AHolderCannotCommandATerminal(string process)
    {
        Assert.That(Described(process, "machine-a"), Is.EqualTo("an unknown process"));
        Assert.That(Described("Host", process), Is.EqualTo("an unknown process"));
        Assert.That(Described("Host", "machine-a"), Is.EqualTo("process 4711 (Host) on machine-a since 2020-11-20 09:14:03Z"));
    }

    [TestCase("-1"), TestCase("99999999999"), TestCase("../x"), TestCase("")]
    public void AHolderIsAProcess(string id)
    {
        File.WriteAllLines(Database.HolderPath, [id, "Host", "machine-a", "2020-11-20T09:14:03.0000000+00:00", Token]);

        Assert.That(LockHolder.TryRead(Database.HolderPath), Is.Null);
    }

    [Test]
    public void ANoteThatIsTooLongIsNotRead()
    {
        File.WriteAllText(Database.HolderPath, $"4711\n{new string('x', 20_000)}\nm\n2020-11-20T09:14:03.0000000+00:00\n{Token}");

        Assert.That(LockHolder.TryRead(Database.HolderPath), Is.Null);
    }

    [TestCase("null"), TestCase("[]"), TestCase("5"), TestCase("{}"), TestCase("{\"Kind\":2}"), TestCase("{\"Kind\":2,\"Subject\":null,\"Detail\":\"x\"}"), TestCase("{\"Kind\":99,\"Subject\":\"s\",\"Detail\":\"d\"}")]
    [TestCase("{\"Kind\":2,\"Subject\":\"s\",\"Detail\":5}"), TestCase("{\"Kind\":2,\"Subject\":\"s\",\"Detail\":\"d\",\"At\":\"never\"}"), TestCase("{\"Kind\":")]
    public void WhatWasKeptForTheAuditTrailIsLeftOutWhereItIsNone(string line)
    {
        File.WriteAllLines(Database.KeptAuditPath, [line]);
        var kept = new KeptAudit(Database.KeptAuditPath);
        kept.Add(AuditKind.Failed, "database", "a real one", DateTimeOffset.UnixEpoch);
        var trail = new AuditTrail(head: null);

        kept.AddTo(trail);

        Assert.That(trail.Added.Select(added => added.Detail), Is.EqualTo(["a real one"]));
    }

    private string Described(string process, string machine)
    {
        File.WriteAllLines(Database.HolderPath, ["4711", process, machine, "2020-11-20T09:14:03.0000000+00:00", Token]);
        using var @lock = new DatabaseLock(Database);
        return @lock.DescribeHolder();
    }
}
