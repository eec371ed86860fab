using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Starting;

/// <summary>Databases to which all migrations are applied, made once and used again while the programs stay what they are.</summary>
internal sealed class AppliedDatabases(BenchFolders folders, StartPrograms programs)
{
    /// <summary>Makes the database, unless the same program made it before.</summary>
    /// <param name="library">Who migrates it.</param>
    /// <param name="known">How many migrations are applied.</param>
    /// <param name="megabytes">How large it is at least.</param>
    /// <returns>The file.</returns>
    public string Ensure(Library library, int known, int megabytes)
    {
        var folder = Path.Combine(folders.Work, "databases", $"{library.Project}-{known}-{megabytes}MB");
        var database = Path.Combine(folder, "shop.db");
        var first = programs.With(library, known, database, "first");
        Maker.Ensure(folder, first.Program, () =>
        {
            Run(first);
            programs.Fill(library, database, megabytes * 1_000_000L);
            Run(programs.With(library, known, database, "check"));
        });
        return database;
    }

    private static void Run(Contender contender) => Tool.Run(contender.Program, contender.Arguments);
}
