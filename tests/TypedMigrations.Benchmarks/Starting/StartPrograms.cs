using System.Globalization;
using TypedMigrations.Benchmarks.Generating;
using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Starting;

/// <summary>The programs that are started: with so many migrations, or without a library.</summary>
internal sealed class StartPrograms(BenchFolders folders)
{
    /// <summary>How often a warm program starts again. It prints the median.</summary>
    public const int WarmStarts = 100;

    private readonly GeneratedProgram _generated = new(folders);
    private readonly Scripts _scripts = new(folders);
    private readonly Dictionary<(Library, int), string> _built = [];

    /// <summary>The application with a migrator that knows so many migrations.</summary>
    /// <param name="library">The library.</param>
    /// <param name="known">How many migrations it knows.</param>
    /// <param name="database">The database file.</param>
    /// <param name="mode">What the program does, as its arguments name it.</param>
    public Contender With(Library library, int known, string database, string mode) =>
        new(library.Name, ProgramOf(library, known), Arguments(known, database, mode));

    /// <summary>The same application without the library.</summary>
    public Contender Without(Library library, int known, string database, string mode) =>
        library.Alone is { } alone
            ? new(library.AloneName, folders.ProgramOf(alone), Arguments(known, database, mode))
            : new(library.AloneName, ProgramOf(library, known), Arguments(known, database, mode == "noop" ? "without" : $"{mode}-without"));

    /// <summary>Makes a database larger by documents or rows that no migration knows of.</summary>
    public void Fill(Library library, string database, long bytes) =>
        Tool.Run(folders.ProgramOf(library.Alone ?? "Sqlite"), [database, bytes.ToString(CultureInfo.InvariantCulture), "fill"]);

    private string ProgramOf(Library library, int known)
    {
        if (library.Sources is null)
            return folders.ProgramOf(library.Project);
        if (!_built.TryGetValue((library, known), out var program))
            _built[(library, known)] = program = _generated.Build(library.Sources, known);
        return program;
    }

    private List<string> Arguments(int known, string database, string mode) =>
        [database, known.ToString(CultureInfo.InvariantCulture), mode, _scripts.Ensure(known), WarmStarts.ToString(CultureInfo.InvariantCulture)];
}
