using TypedMigrations.Cli.Scaffolding.Copying;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Rebasing;

/// <summary>Merges the constants and records of a migration with those of the one that it shall follow. Both were copied from a third; steps and data are its own.</summary>
internal sealed class MigrationMerge
{
    private readonly MigrationSources _copiedFrom;
    private readonly MigrationSources _mine;
    private readonly MigrationSources _follows;
    private readonly SourceName _named;
    private readonly IReadOnlyDictionary<string, SourceText> _before;
    private readonly IReadOnlyDictionary<string, SourceText> _theirs;

    /// <param name="copiedFrom">What the migration was copied from, as it was then.</param>
    /// <param name="projectThen">Its project.</param>
    /// <param name="mine">The migration.</param>
    /// <param name="follows">The migration that it shall follow.</param>
    /// <param name="project">The project as it is now.</param>
    /// <param name="segment">The last segment of its new namespace.</param>
    public MigrationMerge(MigrationSources copiedFrom, ProjectSources projectThen, MigrationSources mine, MigrationSources follows, ProjectSources project, string segment)
    {
        _copiedFrom = copiedFrom;
        _mine = mine;
        _follows = follows;
        _named = new SourceName(mine.Class.Name, segment);
        _before = Copy(copiedFrom, projectThen);
        _theirs = Copy(follows, project);
    }

    /// <summary>The sources of the migration as they shall be, by their paths in its folder, each with the number of places to resolve by hand. A file that goes has no text.</summary>
    public IEnumerable<(string RelativePath, SourceText Source, int Conflicts)> Files()
    {
        var mine = _mine.Files.ToDictionary(file => Path.GetRelativePath(_mine.Folder!, file.Path), Renamed, StringComparer.Ordinal);
        foreach (var path in mine.Keys.Union(_theirs.Keys).Union(_before.Keys).Order(StringComparer.Ordinal))
        {
            var like = mine.GetValueOrDefault(path) ?? _theirs.GetValueOrDefault(path) ?? _before[path];
            var isShared = _before.ContainsKey(path) || _theirs.ContainsKey(path);
            var (text, conflicts) = isShared ? DeclarationMerge.Merge(TextOf(_before, path), (_mine.Text, TextOf(mine, path)), (_follows.Text, TextOf(_theirs, path))) : (like.Text, 0);
            yield return (path, like with { Text = text.ReplaceLineEndings(like.LineEnding) }, conflicts);
        }
    }

    private static string TextOf(IReadOnlyDictionary<string, SourceText> files, string path) => files.GetValueOrDefault(path)?.Text ?? "";

    private Dictionary<string, SourceText> Copy(MigrationSources migration, ProjectSources project) =>
        new ConstantsCopy(migration, project).Files(_named, _follows.Namespace, _ => "").ToDictionary(file => file.RelativePath, file => file.Source, StringComparer.Ordinal);

    /// <summary>One of its own files: with the new namespace, and following the other migration.</summary>
    private SourceText Renamed(SourceFile file)
    {
        var edits = new Edits(file);
        foreach (var directive in file.Usings.Where(directive => directive.Alias == "Old"))
            edits.Replace(directive.NameStart, directive.NameEnd, _follows.Namespace);
        edits.AddRange(new Renaming(_mine.Namespace, _named.Segment).In(file));
        edits.AddRange(new Renaming(_copiedFrom.Namespace, _follows.Segment).In(file));
        if (file == _mine.ClassFile && _mine.Old is null)
            edits.Replace(AfterUsings(file), AfterUsings(file), $"using Old = {_follows.Namespace};{file.Source.LineEnding}{(file.Usings.Count == 0 ? file.Source.LineEnding : "")}");
        return file.Source with { Text = edits.Apply() };
    }

    /// <summary>The line after the last directive that gives no alias, or else where the code begins.</summary>
    private static int AfterUsings(SourceFile file)
    {
        if (file.Usings.Count == 0)
            return file.Tokens.FirstOrDefault(token => token.Kind != TokenKind.Comment).Start;
        var last = (file.Usings.LastOrDefault(directive => directive.Alias is null) ?? file.Usings[^1]).End;
        return file.Source.Text.IndexOf('\n', last) is >= 0 and var line ? line + 1 : file.Source.Text.Length;
    }
}
