using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Rebasing;

/// <summary>Merges two sides of a C# file type by type, so that two types which both sides added at the end are no conflict.</summary>
internal sealed class DeclarationMerge
{
    private readonly Declarations _base;
    private readonly Declarations _mine;
    private readonly Declarations _theirs;
    private readonly string _mineName;
    private readonly string _theirsName;
    private int _conflicts;

    private DeclarationMerge(Declarations before, (string Name, Declarations Text) mine, (string Name, Declarations Text) theirs)
    {
        _base = before;
        (_mineName, _mine) = mine;
        (_theirsName, _theirs) = theirs;
    }

    /// <inheritdoc cref="ThreeWayMerge.Merge"/>
    public static (string Text, int Conflicts) Merge(string before, (string Name, string Text) mine, (string Name, string Text) theirs)
    {
        var sides = new[] { before, mine.Text, theirs.Text }.Select(text => Declarations.TryRead(text.ReplaceLineEndings("\n"))).ToList();
        if (sides is not [{ } baseSide, { } mySide, { } theirSide])
            return ThreeWayMerge.Merge(before, mine, theirs);
        var merge = new DeclarationMerge(baseSide, (mine.Name, mySide), (theirs.Name, theirSide));
        return (merge.Run(), merge._conflicts);
    }

    private string Run()
    {
        var head = Merge(_base.Head, _mine.Head, _theirs.Head);
        var types = _mine.Types.Keys.Concat(_theirs.Types.Keys.Except(_mine.Types.Keys)).Select(Type).Where(type => type.Text.Length > 0).ToList();
        return head + string.Concat(types.Select((type, i) => i == 0 ? type.Text : type.Gap + type.Text)) + Merge(_base.Tail, _mine.Tail, _theirs.Tail);
    }

    /// <summary>A type, and what stands before it.</summary>
    private (string Gap, string Text) Type(string name)
    {
        var (before, mine, theirs) = (_base.Types.GetValueOrDefault(name), _mine.Types.GetValueOrDefault(name), _theirs.Types.GetValueOrDefault(name));
        var gap = mine is null || (theirs is not null && mine.Gap == before?.Gap) ? theirs!.Gap : mine.Gap;
        return (gap.Length == 0 ? "\n\n" : gap, Merge(before?.Text ?? "", mine?.Text ?? "", theirs?.Text ?? ""));
    }

    private string Merge(string before, string mine, string theirs)
    {
        var (text, conflicts) = ThreeWayMerge.Merge(before, (_mineName, mine), (_theirsName, theirs));
        _conflicts += conflicts;
        return text;
    }

    /// <summary>A file as its types, and what stands before and after them.</summary>
    private sealed record Declarations(string Head, IReadOnlyDictionary<string, Declaration> Types, string Tail)
    {
        /// <summary>Null for a file without types, or with two of one name, or in several namespaces: that one is merged as text.</summary>
        public static Declarations? TryRead(string text)
        {
            var types = SourceFile.Parse(new SourceText("", text, HasMark: false)).Types;
            if (types.Count == 0 || types.DistinctBy(type => type.Name).Count() != types.Count || types.Any(type => type.Namespace != types[0].Namespace))
                return null;
            // Lines are merged whole: an indentation belongs to its type.
            var starts = types.Select(type => text.LastIndexOf('\n', Math.Max(0, type.Start - 1)) + 1).ToList();
            if (starts.Where((start, i) => i > 0 && start < types[i - 1].End).Any())
                return null;
            var read = types.Select((type, i) => (type.Name, new Declaration(i == 0 ? "" : text[types[i - 1].End..starts[i]], text[starts[i]..type.End])));
            return new Declarations(text[..starts[0]], read.ToDictionary(item => item.Name, item => item.Item2, StringComparer.Ordinal), text[types[^1].End..]);
        }
    }

    /// <summary>A type, and what stands between it and the one before.</summary>
    private sealed record Declaration(string Gap, string Text);
}
