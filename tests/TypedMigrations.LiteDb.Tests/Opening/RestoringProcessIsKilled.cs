using System.Diagnostics;
using LiteDB;
using TypedMigrations.LiteDb.Tests.Files;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class RestoringProcessIsKilled : LiteDbTest
{
    private const int Kills = 15;
    private const int Shops = 3000;

    /// <summary>The folder goes from kill to kill as it is, so that one start also finds what several kills left.</summary>
    [Test]
    public async Task TheDatabaseIsTheOneOrTheOther([Values("", ";Password=secret")] string more)
    {
        string[] backups = [In("first.db"), In("second.db")];
        await MakeBackups(more, backups);

        var random = new Random(20201120);
        for (var kill = 0; kill < Kills; kill++)
        {
            RunAndKill(more, backups, random.NextDouble());

            var plan = await Plan(more);
            var shops = Inspect(more);
            Assert.That((plan.Problems.Count, plan.State.Journal.Count, shops), Is.EqualTo((0, 2, Shops)).Or.EqualTo((0, 5, Shops + 1)), $"after kill {kill}");
        }
    }

    private string In(string name) => Path.Combine(Folder, name);

    private async Task MakeBackups(string more, string[] backups)
    {
        await Run(more, with: options => options.StepLimit = 2);
        using (var database = OpenWithLiteDb(more))
            database.GetCollection("shops").Insert(Enumerable.Range(0, Shops).Select(i => new BsonDocument { ["_id"] = $"s{i}", ["name"] = $"{i} {new string('x', 300)}" }));
        File.Move((await Run(more)).Backup!, backups[0]);
        using (var database = OpenWithLiteDb(more))
            database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "late", ["name"] = "L", ["rating"] = 1 });
        File.Copy(FilePath, backups[1]);
    }

    /// <summary>Lets it restore some times, and kills it at a random instant within the next time.</summary>
    private void RunAndKill(string more, string[] backups, double part)
    {
        using var child = Child.Start(["restore", FilePath, $"Filename={FilePath}{more}", .. backups]);
        var took = TimeSpan.Zero;
        for (var restore = 0; restore < 3; restore++)
        {
            Assert.That(child.ReadLine(), Is.EqualTo("restoring"));
            var began = Stopwatch.GetTimestamp();
            Assert.That(child.ReadLine(), Is.EqualTo("restored"));
            took = Stopwatch.GetElapsedTime(began);
        }

        Assert.That(child.ReadLine(), Is.EqualTo("restoring"));
        // A random instant, not a time to wait for something.
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < took * part)
            Thread.SpinWait(20);
        child.Kill();
    }

    private async Task<Planning.MigrationPlan> Plan(string more)
    {
        using var store = new LiteDbStore($"Filename={FilePath}{more}");
        return await new Migrator([new HistoryModule()], store, Options()).PlanAsync();
    }

    /// <summary>How many shops there are, in a database whose audit trail is whole.</summary>
    private int Inspect(string more)
    {
        using var database = OpenWithLiteDb(more);
        Assert.That(AuditTrail.FindBreak(Contract.LiteDbHarness.Audit(database)), Is.Null);
        return database.GetCollection("shops").Count();
    }
}
