using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Scaffolding.Copying;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Rebasing;

/// <summary>Writes a rebased migration. Where its name changes, the new folder is written whole, then whatever names it, and the old folder goes last.</summary>
/// <param name="migration">The migration as it is.</param>
/// <param name="segment">The last segment of its new namespace.</param>
/// <param name="follows">The migration that it follows from now on.</param>
/// <param name="projects">The projects that are known to name migrations.</param>
internal sealed class RebasedMigration(MigrationSources migration, string segment, MigrationSources follows, IReadOnlyList<ProjectSources> projects)
{
    private readonly List<string> _written = [];

    private bool Moves => segment != migration.Segment;

    private string Folder => Path.Combine(migration.FolderAbove, segment);

    /// <exception cref="CliException">TM6026: a file cannot be written.</exception>
    public RebasedAnswer Write(MigrationMerge merge)
    {
        var merged = merge.Files().ToList();
        SourceFiles.Do(() =>
        {
            foreach (var (path, source, _) in merged)
                Write(path, source);
            if (Moves)
                Move([.. merged.Select(file => file.RelativePath)]);
        });
        return new RebasedAnswer(migration.Text, segment[1..], follows.Text, Folder, [.. _written.Order(StringComparer.Ordinal)],
            [.. merged.Where(file => file.Conflicts > 0).Select(file => new ConflictAnswer(Path.Combine(Folder, file.RelativePath), file.Conflicts))]);
    }

    private void Write(string relativePath, SourceText source)
    {
        var path = Path.Combine(Folder, relativePath);
        if (source.Text.Length == 0)
            File.Delete(path);
        else if (!File.Exists(path) || File.ReadAllText(path) != source.Text)
            Write(source with { Path = path });
    }

    private void Write(SourceText source)
    {
        source.Write();
        _written.Add(source.Path);
    }

    private void Move(HashSet<string> merged)
    {
        foreach (var file in Directory.EnumerateFiles(migration.Folder!, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(migration.Folder!, file);
            if (merged.Contains(path))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, path))!);
            File.Copy(file, Path.Combine(Folder, path), overwrite: true);
            _written.Add(Path.Combine(Folder, path));
        }

        foreach (var file in SourceFolder.FilesOf(SourceFolder.RootOf(migration.FolderAbove), "*.cs", isProject: false).Where(file => !IsIn(file, migration.Folder!) && !IsIn(file, Folder)))
            Rename(file);
        Directory.Delete(migration.Folder!, recursive: true);
    }

    /// <summary>Other modules, tests and later migrations name it.</summary>
    private void Rename(string path)
    {
        if (!File.ReadAllText(path).Contains(migration.Text, StringComparison.Ordinal))
            return;
        var file = SourceFile.Read(path);
        var edits = new Edits(file);
        var isAlone = projects.SelectMany(project => project.Modules).SelectMany(module => module.Migrations).Count(other => other.Segment == migration.Segment) == 1;
        edits.AddRange(new Renaming(migration.Namespace, segment).In(file, isAlone || IsIn(path, migration.FolderAbove)));
        foreach (var text in file.Tokens.Where(token => token.Kind == TokenKind.Text && file.TextOf(token).Trim('"') == migration.Text))
            edits.Replace(text.Start, text.End, $"\"{segment[1..]}\"");
        var renamed = edits.Apply();
        if (renamed != file.Source.Text)
            Write(file.Source with { Text = renamed });
    }

    private static bool IsIn(string path, string folder) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
