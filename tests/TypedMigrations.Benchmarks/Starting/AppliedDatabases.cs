using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Starting;

/// <summary>Databases to which all migrations are applied, made once and used again.</summary>
internal sealed class AppliedDatabases(BenchFolders folders, StartPrograms programs)
{
    /// <summary>Makes the database, unless it is there and what it should be.</summary>
    /// <param name="library">Who migrates it.</param>
    /// <param name="known">How many migrations are applied.</param>
    /// <param name="megabytes">How large it is at least.</param>
    /// <returns>The file.</returns>
    public string Ensure(Library library, int known, int megabytes)
    {
        var folder = Path.Combine(folders.Work, "databases", $"{library.Project}-{known}-{megabytes}MB");
        var database = Path.Combine(folder, "shop.db");
        if (File.Exists(Path.Combine(folder, "made")) && IsAsItShouldBe(library, known, database))
            return database;

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        Run(programs.With(library, known, database, "first"));
        programs.Fill(library, database, megabytes * 1_000_000L);
        Run(programs.With(library, known, database, "check"));
        File.WriteAllText(Path.Combine(folder, "made"), "");
        return database;
    }

    /// <summary>A library that changed since may take another view of it.</summary>
    private bool IsAsItShouldBe(Library library, int known, string database)
    {
        try
        {
            Run(programs.With(library, known, database, "check"));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Run(Contender contender) => Tool.Run(contender.Program, contender.Arguments);
}
