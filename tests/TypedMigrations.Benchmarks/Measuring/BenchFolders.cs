namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>Where the benchmarks find and leave their files.</summary>
/// <param name="root">The root of the repository.</param>
internal sealed class BenchFolders(string root)
{
    public string Root => root;

    /// <summary>What is made once and used again: generated programs and databases. Deleting it does no harm.</summary>
    public string Work { get; } = Path.Combine(root, "artifacts", "bench");

    public string Programs => Path.Combine(Work, "programs");

    /// <summary>An empty folder for the runs of a contender: what was in it is deleted.</summary>
    public string Fresh(string name)
    {
        var folder = Path.Combine(Work, "run", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    public string Documentation { get; } = Path.Combine(root, "docs");

    /// <summary>The project of a program that the benchmarks start.</summary>
    public string ProjectOf(string program) => Path.Combine(root, "tests", "TypedMigrations.Benchmarks.Peers", program, $"Start.{program}.csproj");

    /// <summary>The file to start of a program that needs no generated sources.</summary>
    public string ProgramOf(string program) => Path.Combine(root, "tests", "TypedMigrations.Benchmarks.Peers", program, "bin", "Release", "net10.0", Executable($"Start.{program}"));

    /// <summary>The program that works on many documents.</summary>
    public string DocumentsProgram => Path.Combine(root, "tests", "TypedMigrations.Benchmarks.Documents", "bin", "Release", "net10.0", Executable("TypedMigrations.Benchmarks.Documents"));

    /// <summary>How this system names an executable file.</summary>
    public static string Executable(string name) => OperatingSystem.IsWindows() ? $"{name}.exe" : name;
}
