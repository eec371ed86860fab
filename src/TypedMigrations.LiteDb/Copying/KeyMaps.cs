using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>The keys that change in one migration: from each old key to the new one, kept beside the state before, so that memory does not grow with the documents.</summary>
internal sealed class KeyMaps
{
    private readonly Dictionary<RekeyWork, KeyMap> _maps = new(ReferenceEqualityComparer.Instance);

    /// <summary>The new keys of one table.</summary>
    public KeyMap this[RekeyWork rekey] => _maps[rekey];

    /// <summary>Makes all new keys before the first document changes.</summary>
    /// <exception cref="MigrationException">TM4011: two documents would get one key; the message lists them.</exception>
    public void Make(IReadOnlyList<RekeyWork> rekeys, Func<RekeyWork, DocumentSelection> selectionOf, WorkingFile before, StateBefore state, MisfitLog misfits, CancellationToken cancellation)
    {
        foreach (var rekey in rekeys)
        {
            var map = _maps[rekey] = new KeyMap(before, $"tm_keys_{_maps.Count}");
            map.Make(rekey, selectionOf(rekey), state, misfits, cancellation);
            misfits.ThrowIfFailed();
            map.CheckClashes(rekey, cancellation);
        }
    }
}

/// <summary>The new keys of one table, as a collection beside the state before.</summary>
internal sealed class KeyMap(WorkingFile before, string collection)
{
    private const int ClashesShown = 20;
    private const int MostAhead = 1_000;

    // What follows the key that was asked for last: documents mostly lie in the order of their keys.
    private readonly Dictionary<BsonValue, BsonValue> _ahead = [];
    private readonly Lazy<IComparer<BsonValue>> _order = new(() => KeyOrder.Of(before.Engine));
    private int _asked = 1;

    /// <summary>The new key of the document that had an old one, or null where there was none.</summary>
    public BsonValue? TryFind(BsonValue old)
    {
        if (_ahead.Remove(old, out var key))
            return key;

        // The next ones only where those before were all asked for.
        _asked = _ahead.Count == 0 ? Math.Min(2 * _asked, MostAhead) : 1;
        _ahead.Clear();
        var entries = TableReader.From(before.Engine, collection, old, _asked);
        foreach (var entry in entries.Skip(1))
            _ahead.Add(entry["_id"], entry["key"]);
        // By the database's collation: the key of a reference may be written in another way.
        return entries.Count > 0 && _order.Value.Compare(entries[0]["_id"], old) == 0 ? entries[0]["key"] : null;
    }

    public void Make(RekeyWork rekey, DocumentSelection selection, StateBefore state, MisfitLog misfits, CancellationToken cancellation)
    {
        var read = new RecordCodec(rekey.From.Record);
        var write = ValueCodec.Of(rekey.Into.Key.Type, nested: null);
        using var settled = before.Settle(cancellation);
        using var source = new TableSource(before, settled, rekey.From.Name, beside: null);
        while (source.Next() is { } portion)
        {
            var keys = new List<BsonDocument>();
            foreach (var (document, _, _, _) in ReadAhead.Of(portion, placed => TableSource.MemoryPerByte * placed.Bytes))
            {
                var place = new DocumentPlace(rekey.From.Name, document["_id"], OldRecord: null);
                var (isIncluded, keepsKey) = selection.Look(document, rekey.Into.Declaration);
                // What a partition sends to the same table is found there under its own key: a reference to it is not dangling.
                if (keepsKey)
                    keys.Add(new BsonDocument { ["_id"] = place.Key, ["key"] = place.Key });
                else if (isIncluded && misfits.TryMake(rekey.Step, place, field: null, () => write.Write(rekey.Key(read.Read(document), state) ?? throw new ValueMisfitException("null for a key")), out var key))
                    keys.Add(new BsonDocument { ["_id"] = place.Key, ["key"] = key });
            }

            if (!misfits.HasFailed)
                before.Engine.Insert(collection, keys, BsonAutoId.ObjectId);
            source.CloseBetween();
        }
    }

    public void CheckClashes(RekeyWork rekey, CancellationToken cancellation)
    {
        var clashes = UniqueOffenders.Find(before.Engine, collection, "$.key", skipAbsent: false, cancellation);
        if (clashes.Count == 0)
            return;

        var facts = clashes.Take(ClashesShown).Select(clash => ("would share a key", string.Join(", ", clash.Keys.Take(ClashesShown).Select(StepFailure.KeyText)))).ToList();
        if (clashes.Count > ClashesShown)
            facts.Add(("and", $"{clashes.Count - ClashesShown:N0} more {(clashes.Count - ClashesShown == 1 ? "key" : "keys")}"));
        throw new MigrationException(new Problem(
            ErrorCode.KeysClash, $"The step '{rekey.Step.Words}' gives one key to several documents of table {rekey.From.Name}: {clashes.Sum(clash => clash.Keys.Count):N0} documents, {clashes.Count:N0} {(clashes.Count == 1 ? "key" : "keys")}, by the database's collation.",
            "Let the function make a key of its own for each document, or remove duplicates with up.RemoveDuplicates(…).", facts));
    }
}
