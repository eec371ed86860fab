using System.Globalization;
using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Starting;

/// <summary>Databases with documents of about 450 bytes, at the first migration of a module: made once, and copied for each run.</summary>
internal sealed class PeopleDatabases(BenchFolders folders)
{
    /// <summary>A contender that works on a copy of its own.</summary>
    /// <param name="name">How the report calls it.</param>
    /// <param name="work">What the program does.</param>
    /// <param name="module">The module whose first migration the database has.</param>
    /// <param name="count">How many documents it has.</param>
    /// <param name="keep">What else must lie beside the copy: made before each run.</param>
    public Contender On(string name, string work, string module, int count, Action<string>? keep = null)
    {
        var source = Ensure(module, count);
        var folder = Path.Combine(folders.Work, "run", "people");
        var database = Path.Combine(folder, "people.db");
        return new Contender(name, folders.DocumentsProgram, [work, database, module])
        {
            DiskFolder = folder,
            Prepare = () =>
            {
                folders.Fresh("people");
                File.Copy(source, database);
                keep?.Invoke(folder);
            },
        };
    }

    /// <summary>A contender that makes a new database.</summary>
    public Contender New(string name, string work, int count) => New(name, folders.DocumentsProgram, database => [work, database, count.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>A program of its own that makes a new database.</summary>
    public Contender New(string name, string program, Func<string, IReadOnlyList<string>> arguments)
    {
        var folder = Path.Combine(folders.Work, "run", "people");
        return new Contender(name, program, [.. arguments(Path.Combine(folder, "people.db"))]) { DiskFolder = folder, Prepare = () => folders.Fresh("people") };
    }

    /// <summary>The size of the database in bytes.</summary>
    public long SizeOf(string module, int count) => new FileInfo(Ensure(module, count)).Length;

    private string Ensure(string module, int count)
    {
        var folder = Path.Combine(folders.Work, "databases", $"people-{module}-{count}");
        var database = Path.Combine(folder, "people.db");
        Maker.Ensure(folder, folders.DocumentsProgram, () =>
            Tool.Run(folders.DocumentsProgram, ["make", database, module, count.ToString(CultureInfo.InvariantCulture)]));
        return database;
    }
}
