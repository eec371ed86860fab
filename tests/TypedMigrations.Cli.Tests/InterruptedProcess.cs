using System.Diagnostics;
using TypedMigrations.Cli.Operating;

namespace TypedMigrations.Cli.Tests;

/// <summary>The tool itself, as a process that gets a signal.</summary>
[Platform(Exclude = "Win", Reason = "There is no signal to send there.")]
public sealed class InterruptedProcess : CliTest
{
    private const int InterruptBit = 1 << (2 - 1);
    private static readonly TimeSpan HangsAfter = TimeSpan.FromMinutes(1);

    private static string Tool => Path.Combine(Root, "src", "TypedMigrations.Cli", "bin", Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Shop)))!, "net10.0", "dotnet-migrations.dll");

    [Test]
    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task LeavesTheDatabaseAsItWasAndNothingBesideIt(string signal)
    {
        if (signal == "INT" && InterruptIsIgnored())
            Assert.Ignore("Whoever started this process has it ignore Ctrl-C, and its children with it.");
        await OnShop("up", "--steps", "1");
        var before = await File.ReadAllBytesAsync(Database);
        // The command says that the copy is migrated, and lasts until it is ended.
        using var tool = Process.Start(new ProcessStartInfo("dotnet", [Tool, "rehearse", "--assembly", Shop, "--database", Database, "--run", $"echo \"${RehearsalCommand.Variable}\"; sleep 600"])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;

        var copy = await tool.StandardOutput.ReadLineAsync();
        using var kill = Process.Start("kill", [$"-{signal}", $"{tool.Id}"]);
        await tool.WaitForExitAsync().WaitAsync(HangsAfter);

        Assert.That((tool.ExitCode, await tool.StandardError.ReadToEndAsync()), Is.EqualTo(((int)ExitCode.Interrupted, "Interrupted. The database is as it was.\n")), copy);
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(before));
        Assert.That(Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName), Is.SubsetOf(["shop.db", "shop.db.lock", "shop.db.audit"]));
    }

    private static bool InterruptIsIgnored() => File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").Any(line =>
        line.StartsWith("SigIgn:", StringComparison.Ordinal) && (Convert.ToInt64(line["SigIgn:".Length..].Trim(), 16) & InterruptBit) != 0);
}
