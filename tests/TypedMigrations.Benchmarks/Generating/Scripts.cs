using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Generating;

/// <summary>The migrations of DbUp and Evolve, which are scripts on the disk.</summary>
internal sealed class Scripts(BenchFolders folders)
{
    private readonly Dictionary<int, string> _written = [];

    /// <summary>Writes the scripts of so many migrations, once.</summary>
    /// <returns>Their folder.</returns>
    public string Ensure(int migrations)
    {
        if (!_written.TryGetValue(migrations, out var folder))
            _written[migrations] = folder = Write(migrations);
        return folder;
    }

    private string Write(int migrations)
    {
        var folder = Path.Combine(folders.Programs, $"Scripts-{migrations}");
        Directory.CreateDirectory(folder);
        for (var row = 0; row < migrations; row++)
            File.WriteAllText(Path.Combine(folder, $"V{ProgramSources.StampOf(row)}__Entry{row:D5}.sql"), TextOf(row));
        return folder;
    }

    private static string TextOf(int row) => $"""
        {(row == 0 ? Table : "")}INSERT INTO entries (Id, Code, Title, Amount, Active) VALUES ({row}, '{ProgramSources.CodeOf(row)}', '{ProgramSources.TitleOf(row)}', {ProgramSources.AmountOf(row)}, 1);
        """;

    private const string Table = """
        CREATE TABLE entries (Id INTEGER NOT NULL PRIMARY KEY, Code TEXT NOT NULL, Title TEXT NOT NULL, Amount INTEGER NOT NULL, Active INTEGER NOT NULL);
        CREATE UNIQUE INDEX IX_entries_Code ON entries (Code);

        """;
}
