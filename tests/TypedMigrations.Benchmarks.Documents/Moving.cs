using System.Text.Json;
using TypedMigrations.Benchmarks.Documents.Seeded;
using TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Benchmarks.Documents;

/// <summary>What reads or writes a database whole.</summary>
internal static class Moving
{
    private const string Dump = "people.dump";

    public static async Task ReadSchemaAsync(string file)
    {
        using var store = new LiteDbStore($"Filename={file}");
        var schema = await new Migrator([new SeededModule()], store).ReadSchemaAsync();
        Console.WriteLine(schema.Real.Tables.Sum(table => table.Documents));
    }

    public static async Task DumpAsync(string file)
    {
        using var store = new LiteDbStore($"Filename={file}");
        await using var dump = File.Create(Beside(file));
        await new DatabaseMaintenance(store).DumpAsync(dump);
    }

    public static async Task LoadAsync(string file)
    {
        using var store = new LiteDbStore($"Filename={file}.loaded");
        await using var dump = File.OpenRead(Beside(file));
        await new DatabaseMaintenance(store).LoadAsync(dump);
    }

    /// <summary>Writes the records of the seed in code into a JSON file.</summary>
    public static async Task WriteRecordsAsync(string file, int count)
    {
        await using var json = File.Create(file);
        await JsonSerializer.SerializeAsync(json, BootstrapData.Records(count), JsonSerializerOptions.Web);
    }

    private static string Beside(string file) => Path.Combine(Path.GetDirectoryName(file)!, Dump);
}
