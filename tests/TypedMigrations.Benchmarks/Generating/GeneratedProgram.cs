using TypedMigrations.Benchmarks.Measuring;

namespace TypedMigrations.Benchmarks.Generating;

/// <summary>Programs with so many migrations, built below artifacts/bench as users build theirs.</summary>
internal sealed class GeneratedProgram(BenchFolders folders)
{
    private const string Project = """
        <Project>
          <Import Project="{0}" />
        </Project>

        """;

    /// <summary>Writes and builds a program.</summary>
    /// <returns>The file to start.</returns>
    public string Build(ProgramSources sources, int migrations)
    {
        var folder = Path.Combine(folders.Programs, $"{sources.Folder}-{migrations}");
        foreach (var (file, text) in sources.Files(migrations))
            Write(Path.Combine(folder, file), text);
        return Build(sources.Project, folder);
    }

    /// <summary>Builds a program from a project and what else lies in a folder.</summary>
    /// <returns>The file to start.</returns>
    public string Build(string from, string folder)
    {
        var name = $"Start.{from}";
        var project = Path.Combine(folder, $"{name}.csproj");
        Write(project, string.Format(null, Project, folders.ProjectOf(from)));
        Tool.Run("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-nologo"]);
        return Path.Combine(folder, "bin", "Release", "net10.0", BenchFolders.Executable(name));
    }

    /// <summary>Leaves a file alone that is what it should be, so that a second build is short.</summary>
    private static void Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
            return;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
