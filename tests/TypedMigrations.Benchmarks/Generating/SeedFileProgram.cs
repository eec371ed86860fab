using System.Globalization;
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
        Tool.Run(folders.DocumentsProgram, ["records", unfinished, records.ToString(CultureInfo.InvariantCulture)]);
        System.IO.File.Move(unfinished, File, overwrite: true);
    }
}
