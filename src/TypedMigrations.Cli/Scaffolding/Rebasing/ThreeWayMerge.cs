using DiffPlex;
using DiffPlex.Model;

namespace TypedMigrations.Cli.Scaffolding.Rebasing;

/// <summary>Merges what two sides made of one text, line by line, as git does: lines that both changed, each in its own way, stay with marks around them.</summary>
/// <remarks>DiffPlex compares each side with the base; its own merge of the two loses lines where changes overlap or stand at the end.</remarks>
internal sealed class ThreeWayMerge
{
    private readonly string[] _base;
    private readonly Side _mine;
    private readonly Side _theirs;
    private readonly List<string> _merged = [];
    private int _conflicts;

    private ThreeWayMerge(string before, (string Name, string Text) mine, (string Name, string Text) theirs)
    {
        _base = Lines(before);
        _mine = new Side(mine.Name, Lines(mine.Text), Hunks(before, mine.Text));
        _theirs = new Side(theirs.Name, Lines(theirs.Text), Hunks(before, theirs.Text));
    }

    /// <param name="before">The text that both began with.</param>
    /// <param name="mine">One side, and what the marks call it.</param>
    /// <param name="theirs">The other side.</param>
    /// <returns>The merged text, its lines ended by LF, and how many places have marks.</returns>
    public static (string Text, int Conflicts) Merge(string before, (string Name, string Text) mine, (string Name, string Text) theirs)
    {
        var merge = new ThreeWayMerge(before.ReplaceLineEndings("\n"), (mine.Name, mine.Text.ReplaceLineEndings("\n")), (theirs.Name, theirs.Text.ReplaceLineEndings("\n")));
        merge.Run();
        return (string.Join('\n', merge._merged), merge._conflicts);
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    private static IList<DiffBlock> Hunks(string before, string after) =>
        before.Length == 0 || after.Length == 0
            ? (before == after ? [] : [new DiffBlock(0, Lines(before).Length, 0, Lines(after).Length)])
            : Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineFeedChunker.Instance).DiffBlocks;

    private void Run()
    {
        var at = 0;
        while (_mine.Next is not null || _theirs.Next is not null)
        {
            var start = Math.Min(_mine.Start, _theirs.Start);
            _merged.AddRange(_base[at..start]);
            at = EndOfChange(start);
            Add(_mine.Take(start, at), _theirs.Take(start, at), _base[start..at]);
        }

        _merged.AddRange(_base[at..]);
    }

    /// <summary>Where a change of one side, or changes of both that touch each other, end in the base.</summary>
    private int EndOfChange(int start)
    {
        var end = start;
        while (_mine.Reach(end) is { } mine && mine > end || _theirs.Reach(end) is { } theirs && theirs > end)
            end = Math.Max(_mine.Reach(end) ?? end, _theirs.Reach(end) ?? end);
        return end;
    }

    private void Add(string[] mine, string[] theirs, string[] before)
    {
        if (theirs.SequenceEqual(before) || mine.SequenceEqual(theirs))
            _merged.AddRange(mine);
        else if (mine.SequenceEqual(before))
            _merged.AddRange(theirs);
        else if (before.Length == 0 && mine.Concat(theirs).All(IsConstant))
            _merged.AddRange(theirs.Union(mine));
        else
            AddConflict(mine, theirs);
    }

    /// <summary>Two sides that each add constants in one place are no conflict: their order does not matter.</summary>
    private static bool IsConstant(string line) => line.Contains(" static readonly ", StringComparison.Ordinal) && line.TrimEnd().EndsWith(';');

    /// <summary>What both sides have alike at the beginning and at the end of a conflict stands outside of its marks.</summary>
    private void AddConflict(string[] mine, string[] theirs)
    {
        var head = mine.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = mine[head..].Reverse().Zip(theirs[head..].Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        _merged.AddRange([.. mine[..head], $"<<<<<<< {_mine.Name}", .. mine[head..^tail], "=======", .. theirs[head..^tail], $">>>>>>> {_theirs.Name}", .. mine[^tail..]]);
        _conflicts++;
    }

    /// <summary>One side: its lines, and where they differ from the base.</summary>
    private sealed class Side(string name, string[] lines, IList<DiffBlock> hunks)
    {
        private int _next;
        private int _shift;

        public string Name => name;

        public DiffBlock? Next => _next < hunks.Count ? hunks[_next] : null;

        /// <summary>Where its next change begins in the base.</summary>
        public int Start => Next?.DeleteStartA ?? int.MaxValue;

        /// <summary>The end of the last of its coming changes that begins at a line of the base or before it; null for none.</summary>
        public int? Reach(int line)
        {
            int? end = null;
            for (var i = _next; i < hunks.Count && hunks[i].DeleteStartA <= (end ?? line); i++)
                end = hunks[i].DeleteStartA + hunks[i].DeleteCountA;
            return end;
        }

        /// <summary>Its lines in place of lines of the base, with all changes that begin there.</summary>
        public string[] Take(int start, int end)
        {
            var from = start + _shift;
            for (; Next is { } hunk && hunk.DeleteStartA <= end; _next++)
                _shift += hunk.InsertCountB - hunk.DeleteCountA;
            return lines[from..(end + _shift)];
        }
    }

    /// <summary>Cuts at LF, so that lines and pieces are counted alike.</summary>
    private sealed class LineFeedChunker : IChunker
    {
        public static readonly LineFeedChunker Instance = new();

        public IReadOnlyList<string> Chunk(string text) => Lines(text);
    }
}
