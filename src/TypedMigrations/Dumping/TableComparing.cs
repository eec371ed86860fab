using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Walks through one table of two databases side by side, in key order.</summary>
internal sealed class TableComparing(IDataReading database, int shown, TableWork progress)
{
    private readonly Differences _onlyHere = new(shown);
    private readonly Differences _onlyThere = new(shown);
    private readonly Differences _different = new(shown);
    private long _equal;

    public void Compare(IEnumerable<IDataDocument> here, IEnumerable<IDataDocument> there)
    {
        using var left = here.GetEnumerator();
        using var right = there.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        for (; hasLeft || hasRight; progress.Step())
        {
            var order = !hasRight ? -1 : !hasLeft ? 1 : database.CompareKeys(left.Current, right.Current);
            if (order < 0)
                _onlyHere.Add(left.Current, []);
            else if (order > 0)
                _onlyThere.Add(right.Current, []);
            else
                ComparePair(left.Current, right.Current);

            hasLeft = order <= 0 ? left.MoveNext() : hasLeft;
            hasRight = order >= 0 ? right.MoveNext() : hasRight;
        }

        progress.End();
    }

    public TableComparison Result(string table, string? missingIn) => new(table, missingIn, _equal, _onlyHere.Result, _onlyThere.Result, _different.Result);

    private void ComparePair(IDataDocument left, IDataDocument right)
    {
        // One more than is shown, which tells whether there are more, and with nothing to show whether there is a difference at all.
        var fields = left.DifferencesFrom(right).Take(shown + 1).ToList();
        if (fields.Count == 0)
            _equal++;
        else
            _different.Add(left, fields);
    }

    private sealed class Differences(int shown)
    {
        private readonly List<DocumentDifference> _first = [];
        private long _count;

        public DocumentDifferences Result => new(_count, _first);

        public void Add(IDataDocument document, List<string> fields)
        {
            if (_count++ < shown)
                _first.Add(new DocumentDifference(document.Key, [.. fields.Take(shown)], HasMoreFields: fields.Count > shown));
        }
    }
}
