using System.Globalization;
using System.Text.Json;
using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Generating;

/// <summary>A program whose migration carries a JSON file with so many records, the same that the seed in code makes.</summary>
internal sealed class SeedFileProgram(BenchFolders folders, int records)
{
    private readonly string _folder = Path.Combine(folders.Programs, string.Create(CultureInfo.InvariantCulture, $"SeedFile-{records}"));

    /// <summary>The file with the records.</summary>
    public string File => Path.Combine(_folder, "M20200101_People", "people.json");

    /// <summary>Writes and builds it.</summary>
    /// <returns>The file to start.</returns>
    public string Build()
    {
        if (!System.IO.File.Exists(File))
            WriteRecords();
        return new GeneratedProgram(folders).Build("SeedFile", _folder);
    }

    private void WriteRecords()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var unfinished = File + ".tmp";
        using (var stream = System.IO.File.Create(unfinished))
        {
            using var json = new Utf8JsonWriter(stream);
            json.WriteStartArray();
            for (var id = 1; id <= records; id++)
            {
                JsonSerializer.Serialize(json, Record(id));
                // The writer keeps everything until it is flushed.
                if (id % 1000 == 0)
                    json.Flush();
            }

            json.WriteEndArray();
        }

        System.IO.File.Move(unfinished, File);
    }

    private static object Record(int id) => new
    {
        id,
        name = $"Name of person {id}",
        mail = $"user{id}@example.org",
        city = $"City {id % 1000}",
        points = "12345",
        born = DateTime.UnixEpoch.AddMinutes(id),
        balance = id % 1_000_000 / 100m,
        active = id % 3 == 0,
        note = new string('n', 110),
        address = new { street = $"Street {id}", zip = "12345", country = "DE" },
        tags = new[] { "first", "second", "third" },
    };
}
