using LiteDB;
using TypedMigrations;

namespace Disco.Tests;

/// <summary>A LiteDB file in a folder of its own, and runs on it.</summary>
internal sealed class RealRuns : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public bool TestData { get; init; }

    /// <summary>Migrates, and asks the database something.</summary>
    public async Task<T> RunAsync<T>(IEnumerable<MigrationModule> modules, string? target, Func<LiteDatabase, T> ask)
    {
        await using var migrated = await LiteDbMigrations.RunAsync(_folder.ConnectionString, modules, new MigrationOptions { Target = target, TestData = TestData });
        return ask(migrated.Database);
    }

    public Task RunAsync(string target, Action<LiteDatabase> write) => RunAsync(DiscoHistory.Modules, target, database =>
    {
        write(database);
        return true;
    });

    public Task<Dictionary<string, BsonDocument[]>> RunToTheEndAsync() => RunAsync(DiscoHistory.Modules, target: null, Everything);

    public void Dispose() => _folder.Dispose();

    public static Dictionary<string, BsonDocument[]> Everything(LiteDatabase database) =>
        database.GetCollectionNames().ToDictionary(name => name, name => database.GetCollection(name).FindAll().ToArray());
}
