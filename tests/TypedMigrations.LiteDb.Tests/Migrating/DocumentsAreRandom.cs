using CsCheck;
using LiteDB;
using TypedMigrations.LiteDb.Tests.Contract;
using TypedMigrations.LiteDb.Tests.Modules.Scattered;

namespace TypedMigrations.LiteDb.Tests.Migrating;

/// <summary>Random documents with odd values and undeclared content at any depth, through many verbs at once, beside a model that knows plain documents only.</summary>
public sealed class DocumentsAreRandom
{
    private const int DocumentsInARun = 300;

    [Test]
    public Task AndLoseNothing() => Gen.Int[0, int.MaxValue].SampleAsync(async seed =>
    {
        var random = new RandomThings(new Random(seed));
        var things = Enumerable.Range(0, DocumentsInARun).Select(random.Thing).ToList();
        using var file = new PlainFile();
        await Run(file, options => options.Target = "20240101");
        using (var database = file.OpenWithLiteDb())
            database.GetCollection("things").Insert(things);

        await Run(file);

        using var migrated = file.OpenWithLiteDb();
        Assert.That(migrated.GetCollection("things").FindAll().Select(Text), Is.EqualTo(things.Select(ScatteredModel.After).Select(Text)));
    }, iter: 10, threads: 1);

    private static async Task Run(PlainFile file, Action<MigrationOptions>? with = null)
    {
        var options = new MigrationOptions();
        with?.Invoke(options);
        var store = file.OpenStore();
        using var disposed = store as IDisposable;
        await new Migrator([new ScatteredModule()], store, options).RunAsync();
    }

    /// <summary>Names in their order, for that does not count; types as LiteDB's extended JSON shows them.</summary>
    private static string Text(BsonValue value) => value switch
    {
        { IsDocument: true } => "{" + string.Join(",", value.AsDocument.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{Text(pair.Value)}")) + "}",
        { IsArray: true } => "[" + string.Join(",", value.AsArray.Select(Text)) + "]",
        _ => $"{value.Type} {JsonSerializer.Serialize(value)}",
    };
}
