using System.Diagnostics;

namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class BackupsAreMade : CliTest
{
    [SetUp]
    public Task Migrate() => OnShop("up", "--steps", "1");

    [Test]
    public async Task AmongTheOthersOrWhereSomebodyWants()
    {
        var among = await OnShop("backup", "--json");
        var own = await OnShop("backup", "--to", "own.db");
        var over = await OnShop("backup", "--to", "own.db");
        var listed = await OnShop("backups", "--json");

        Assert.That((among.ExitCode, own.ExitCode, over.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Done, ExitCode.Failed)), own.Error);
        Assert.That(listed.Result.GetProperty("backups").EnumerateArray().Select(backup => backup.GetProperty("path").GetString()), Is.EqualTo([among.Result.GetProperty("backup").GetProperty("path").GetString()]));
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(Folder, "own.db")), Is.EqualTo(await File.ReadAllBytesAsync(Database)));
        Assert.That(over.Error, Does.StartWith("TM3303: "));
    }

    [Test]
    public async Task AndWhatIsNoneOfThemIsNotRestored()
    {
        await OnShop("backup");

        var refused = await OnShop("restore", "nothing.db", "--yes");

        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(refused.Error, Does.Match(@"^TM6001: There is no backup nothing\.db\.\n  there are  \S+\.db\nName one"));
    }

    [Test]
    public async Task AndOneThatCannotBePrunedMakesTheExitCodeFive()
    {
        for (var i = 0; i < 3; i++)
            await OnShop("backup");
        var oldest = Directory.GetFiles(Database + ".backups").Order(StringComparer.Ordinal).First();
        if (!Protect(oldest, "+i"))
            Assert.Ignore("Nobody can keep a file from being deleted here.");

        try
        {
            var warned = await OnShop("up", "--to", "FullNames");

            Assert.That(warned.ExitCode, Is.EqualTo(ExitCode.DoneWithWarnings), warned.Error);
            Assert.That(warned.Output, Does.Contain("Warning: ").And.Contain(Path.GetFileName(oldest)).And.Contain("Migrated shop.db"));
        }
        finally
        {
            Protect(oldest, "-i");
        }
    }

    private static bool Protect(string file, string how)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("chattr", [how, file]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
