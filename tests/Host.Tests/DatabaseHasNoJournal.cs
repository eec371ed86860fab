using System.Text.Json;
using LiteDB;

namespace Host.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DatabaseHasNoJournal : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DatabaseHasNoJournal()
    {
        // What a program of 2020-10-06 left, and what it wrote of its own.
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Database)!);
        using var database = new LiteDatabase($"Filename={_folder.Database}");
        var accounts = database.GetCollection("accounts");
        accounts.EnsureIndex("idx_accounts_email", "$.email", unique: true);
        accounts.Insert(new BsonDocument
        {
            ["_id"] = "anna", ["email"] = "anna@example.org", ["password"] = "hash", ["role_id"] = "p1", ["created_at"] = 1_600_000_000L,
            ["updated_at"] = 1_600_000_000L, ["last_login"] = 1_600_000_000L, ["disabled"] = false,
            ["nickname"] = " An ", ["tags"] = new BsonArray("a", 1, BsonValue.Null), ["more"] = new BsonDocument { ["size"] = 1.5 },
        });
        var permissions = database.GetCollection("permissions");
        permissions.EnsureIndex("idx_permissions_account_id", "$.account_id", unique: true);
        permissions.Insert(new BsonDocument { ["_id"] = "p1", ["account_id"] = "anna", ["role"] = 3, ["created_at"] = 1_600_000_000L, ["updated_at"] = 1_600_000_000L });
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    [CancelAfter(120_000)]
    public async Task IsRefusedWithTheWayToAdoptIt(CancellationToken timeout)
    {
        var before = await File.ReadAllBytesAsync(_folder.Database, timeout);
        await using var process = HostProcess.Start(_folder.Path);

        var exitCode = await process.ExitAsync(timeout);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(process.Errors, Does.StartWith("TM1017: ").And.Contain("--Migrations:AdoptAt=").And.Contain("20201006_FirstTables"));
        Assert.That(await File.ReadAllBytesAsync(_folder.Database, timeout), Is.EqualTo(before));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task IsAdoptedAtTheNamedMigrationAndMigratedFromThere(CancellationToken timeout)
    {
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout, "--Migrations:AdoptAt=20201006");
        await using var _ = process;
        using var __ = http;

        using var accounts = JsonDocument.Parse(await http.GetStringAsync("/accounts", timeout));
        var anna = accounts.RootElement.EnumerateArray().Single(account => account.GetProperty("_id").GetString() == "anna");

        Assert.That(process.Output, Does.StartWith("adopt  20201006_FirstTables of module Accounts\napply  20201022_"));
        Assert.That(anna.GetProperty("created_at").GetInt64(), Is.EqualTo(1_600_000_000_000_000_000));
        Assert.That(anna.TryGetProperty("role_id", out var _), Is.False);
        Assert.That(anna.GetProperty("nickname").GetString(), Is.EqualTo(" An "));
        Assert.That(anna.GetProperty("tags").GetRawText(), Is.EqualTo("[\"a\",1,null]"));
        Assert.That(anna.GetProperty("more").GetRawText(), Is.EqualTo("{\"size\":1.5}"));
    }
}
