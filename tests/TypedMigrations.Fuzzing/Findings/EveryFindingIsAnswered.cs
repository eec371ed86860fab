using System.Text;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.Fuzzing.Targets;

namespace TypedMigrations.Fuzzing.Findings;

/// <summary>Inputs to which the library once gave no answer, and gives one now.</summary>
public sealed class EveryFindingIsAnswered
{
    private const string Header = "{\"$dump\":\"TypedMigrations\",\"version\":1,\"store\":\"LiteDB\",\"settings\":{}}\n";

    /// <summary>The stack overflowed, which ends the process.</summary>
    [TestCase("("), TestCase("["), TestCase("{a:"), TestCase("LOWER("), TestCase("$.a["), TestCase("-")]
    public void AnIndexOfADumpIsOnAnExpressionOfManyBrackets(string bracket)
    {
        var on = string.Concat(Enumerable.Repeat(bracket, 200_000));
        var dump = $"{Header}{{\"$table\":\"t\",\"documents\":1,\"indexes\":[{{\"name\":\"i\",\"on\":\"{on}\",\"unique\":false}}]}}\n{{\"_id\":1}}\n{{\"$end\":true,\"tables\":1,\"documents\":1}}\n";

        var refused = Assert.Throws<MigrationException>(() => new DumpTarget().Run(Encoding.UTF8.GetBytes(dump)));

        Assert.That(refused!.Message, Does.StartWith("TM3404: Line 2 of the dump is wrong: LiteDB keeps no index on an expression of more than 1,000 characters."));
    }

    /// <summary>A transaction of LiteDB stayed open over a damaged page, and its finalizer ended the process some time later.</summary>
    [Test]
    public void ADamagedPageIsReadInATransaction()
    {
        Assert.That(TypedMigrations.LiteDb.Opening.CarefulEngine.KnowsTransactions, Is.True);
        AssertAnswered(new DataFileTarget(), "BkIxKKQAgAAAAAAAALEkdk9AAIA=");
    }

    /// <summary>A collection page whose names are no document raised what nobody expected of LiteDB's own reader.</summary>
    [TestCaseSource(nameof(DataFiles))]
    public void ADataFileIsDamaged(string input) => AssertAnswered(new DataFileTarget(), input);

    /// <summary>LiteDB asked for as much memory as the length of a text said, and the exception for it was not ours.</summary>
    [Test]
    public void ATextOfADataFileIsLongerThanTheMemory() => AssertAnswered(new DataFileTarget(), "ARAwODg4ODg4ODg=");

    /// <summary>The time of the backup after it could not be told.</summary>
    [TestCase("99991231T235959999Z.db"), TestCase("99981231T235959999Z.db")]
    public void ABackupHasTheLastTimeThatThereIs(string name) => AssertAnswered(new BackupNameTarget(), Convert.ToBase64String(Encoding.UTF8.GetBytes(name)));

    /// <summary>No path can have it, and the system said so with an exception of its own.</summary>
    [Test]
    public void ADatabaseHasAZeroInItsName() => AssertAnswered(new CliConnectionTarget(), Convert.ToBase64String("a\0b"u8));

    /// <summary>The dictionary of settings refused it with an exception of its own.</summary>
    [TestCase("{\"userVersions\":{\"4\":\"20261015\",\"4\":\"20261016\"}}"), TestCase("{\"userVersions\":{\"4\":null}}"), TestCase("{\"project\":\"a\",\"project\":\"b\"}")]
    public void ASettingIsThereTwiceOrSaysNothing(string json)
    {
        var refused = Assert.Catch(() => new MigrationsJsonTarget().Run(Encoding.UTF8.GetBytes(json)));

        Assert.That(refused!.Message, Does.StartWith("TM6004: ").And.Match("is there twice|names no migration"));
    }

    private static readonly string[] DataFiles = ["ES0xJJUZ561rMZPW/wAAAAAAAABgp+opJBnlrWsxOTk5OTk5OTk5OQ=="];

    private static void AssertAnswered(FuzzTarget target, string input)
    {
        try
        {
            target.Run(Convert.FromBase64String(input));
        }
        catch (Exception exception) when (target.Allows(exception))
        {
            Assert.That(exception.Message, Does.Match("^TM[0-9]{4}: "));
        }
    }
}
