namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class ConnectionStringIsRefused : LiteDbTest
{
    [TestCase(";ReadOnly=true", "TM3010: The connection string says ReadOnly.\nRemove ReadOnly: LiteDB writes to such a database all the same when it is closed.")]
    [TestCase(";Upgrade=true", "TM3010: The connection string says Upgrade.\nRemove Upgrade: it would change the file before it is checked. Upgrade a LiteDB 4 file once, with LiteDB alone.")]
    [TestCase(";Auto-Rebuild=true", "TM3010: The connection string says Auto-Rebuild.\nRemove it: a rebuild loses secondary indexes, and leaves plain text of an encrypted database behind.")]
    public void ForASwitchThatIsNotSafe(string more, string message)
    {
        var refused = Assert.Throws<MigrationException>(() => new LiteDbStore(Database.Connection + more));

        Assert.That(refused!.Message, Is.EqualTo(message));
        Assert.That(Names(), Is.Empty);
    }

    [TestCase("Filename=:other:", ":other:")]
    [TestCase("Password=secret", "")]
    public void WhereItNamesNoFile(string connection, string named)
    {
        var refused = Assert.Throws<MigrationException>(() => new LiteDbStore(connection));

        Assert.That(refused!.Message, Is.EqualTo($"TM3010: The connection string names no file ({named}).\nName one: Filename=app.db, or Filename=:memory: for a database in memory."));
    }

    [TestCase("Filename=")]
    [TestCase("Filename=app.db;Connection=sideways;Password=secret")]
    public void WhereLiteDbCannotReadIt(string connection)
    {
        var refused = Assert.Throws<MigrationException>(() => new LiteDbStore(connection));

        Assert.That(refused!.Message, Is.EqualTo("TM3010: The connection string cannot be read.\nWrite it as LiteDB does: Filename=app.db;Password=…"));
    }

    [Test, Behavior(55)]
    public void WithEverythingThatIsWrongAtOnce()
    {
        var refused = Assert.Throws<MigrationException>(() => new LiteDbStore("Filename=:other:;ReadOnly=true;Upgrade=true"));

        Assert.That(refused!.Problems, Has.Count.EqualTo(3));
    }
}
