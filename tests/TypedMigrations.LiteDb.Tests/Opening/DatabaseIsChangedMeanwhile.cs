using TypedMigrations.LiteDb.Tests.Files;
using TypedMigrations.StoreContract;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>A program that heeds no locks writes, replaces or removes the database while the run works on its copy.</summary>
/// <remarks>On Windows nobody can: the run holds the file open.</remarks>
[Platform(Exclude = "Win")]
public sealed class DatabaseIsChangedMeanwhile : LiteDbTest
{
    private string Other => Path.Combine(Folder, "other.db");

    [Test]
    public async Task ByWritingIntoIt()
    {
        await RunTheFirst();
        MakeOther();

        await IsRefused("written or replaced", () => Child.Run("cp", Other, FilePath));
    }

    [Test]
    public async Task ByWritingAsMuchIntoIt()
    {
        await RunTheFirst();
        File.Copy(FilePath, Other);
        using (var other = new FileStream(Other, FileMode.Open))
        {
            other.Position = 100;
            other.WriteByte(1);
        }

        await IsRefused("written or replaced", () => Child.Run("cp", Other, FilePath));
    }

    [Test]
    public async Task ByPuttingAnotherInItsPlace()
    {
        await RunTheFirst();
        MakeOther();

        await IsRefused("written or replaced", () => MoveOther());
    }

    [Test]
    public async Task ByMakingItFirst()
    {
        MakeOther();

        await IsRefused("made", () => MoveOther());
    }

    [Test]
    public async Task ButWhereItIsGoneTheCopyStandsForIt()
    {
        await RunTheFirst();

        var report = await Run(observer: Before(() => File.Delete(FilePath)));

        Assert.That(report.Backup, Is.Null);
        using var database = OpenWithLiteDb();
        Assert.That(database.CollectionExists("shops"));
    }

    private Task RunTheFirst() => Run(with: options => options.StepLimit = 1);

    private void MakeOther() => File.WriteAllText(Other, "what somebody else put there");

    private bool MoveOther()
    {
        File.Move(Other, FilePath, overwrite: true);
        return true;
    }

    private async Task IsRefused(string how, Func<bool> change)
    {
        var theirs = await File.ReadAllBytesAsync(Other);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Run(observer: Before(() => Assert.That(change()))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Code, Is.EqualTo(ErrorCode.SwapFailed));
            Assert.That(refused.Message, Does.Contain($"reason    shop.db was {how} by another program while the run worked on its copy.\n"));
            Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(theirs));
        }
    }

    /// <summary>Does something after the copy was verified, before the swap.</summary>
    private static RecordingObserver Before(Action swap) => new(happened =>
    {
        if (happened is MigrationEvent.Verified)
            swap();
    });
}
