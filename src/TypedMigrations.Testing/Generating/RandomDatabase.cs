using CsCheck;
using TypedMigrations.Schemas;
using Sample = System.Collections.Generic.IReadOnlyDictionary<TypedMigrations.Schemas.TableSchema, System.Collections.Generic.IReadOnlyList<object>>;

namespace TypedMigrations.Testing.Generating;

/// <summary>Makes all tables of a version: the keys first, so that references know where to lead, then the records.</summary>
/// <remarks>A sample is smaller with fewer documents, then with plainer values: that is what a failing case shrinks to.</remarks>
internal sealed class RandomDatabase(IReadOnlyList<RandomTable> tables, GeneratedValues said) : Gen<Sample>
{
    private readonly IReadOnlyList<RandomTable> _inOrderOfKeys = InOrderOfKeys(tables);

    public override Sample Generate(PCG pcg, Size? min, out Size size)
    {
        var draw = new Draw(pcg);
        MakeKeys(draw, Counts(draw));
        var documents = (ulong)tables.Sum(table => draw.Keys[table.Schema.Declaration].Count);
        // Shrinking wants smaller samples only, and most are not: they need no records.
        if (min is not null && documents > min.I)
        {
            size = new Size(documents);
            return null!;
        }

        var made = MakeRecords(draw);
        size = new Size((ulong)made.Values.Sum(records => records.Count), new Size(draw.Cost));
        return made;
    }

    private Dictionary<Table, int> Counts(Draw draw)
    {
        var drawn = draw.Documents(tables.Count);
        var counts = tables.Select((table, i) => (table.Schema.Declaration, drawn[i])).ToDictionary();
        foreach (var table in tables)
            MakeRoomForNeeds(table, counts);
        return counts;
    }

    /// <summary>A document that must refer to another one needs one there, which may need one in turn.</summary>
    private void MakeRoomForNeeds(RandomTable table, Dictionary<Table, int> counts)
    {
        if (counts[table.Schema.Declaration] == 0)
            return;

        foreach (var needed in table.Needs)
        {
            if (counts.GetValueOrDefault(needed, -1) != 0)
                continue;
            counts[needed] = 1;
            MakeRoomForNeeds(tables.First(other => other.Schema.Declaration == needed), counts);
        }
    }

    private void MakeKeys(Draw draw, Dictionary<Table, int> counts)
    {
        foreach (var (table, keys) in said.Keys)
            draw.Keys[table] = keys;
        foreach (var table in _inOrderOfKeys)
            draw.Keys[table.Schema.Declaration] = table.MakeKeys(draw, counts[table.Schema.Declaration]);
    }

    private Dictionary<TableSchema, IReadOnlyList<object>> MakeRecords(Draw draw)
    {
        while (true)
        {
            var made = new Dictionary<TableSchema, IReadOnlyList<object>>();
            if (tables.All(table => TryMake(draw, table, made)))
                return made;
        }
    }

    /// <summary>A document without a unique value of its own goes, and all is made again: others may refer to it.</summary>
    private bool TryMake(Draw draw, RandomTable table, Dictionary<TableSchema, IReadOnlyList<object>> made)
    {
        made[table.Schema] = table.MakeRecords(draw, out var misfit);
        if (misfit is null)
            return true;

        Remove(draw, table, misfit);
        return false;
    }

    private void Remove(Draw draw, RandomTable table, object key)
    {
        draw.Keys[table.Schema.Declaration] = [.. draw.Keys[table.Schema.Declaration].Where(other => !other.Equals(key))];
        foreach (var dependent in tables.Where(other => other.KeyOf == table.Schema.Declaration && other != table))
            Remove(draw, dependent, key);
    }

    private static List<RandomTable> InOrderOfKeys(IReadOnlyList<RandomTable> tables)
    {
        var ordered = new List<RandomTable>();
        foreach (var table in tables)
            Add(table, within: []);
        return ordered;

        void Add(RandomTable table, IReadOnlyList<RandomTable> within)
        {
            if (ordered.Contains(table) || within.Contains(table))
                return;
            if (tables.FirstOrDefault(other => other.Schema.Declaration == table.KeyOf) is { } first)
                Add(first, [.. within, table]);
            ordered.Add(table);
        }
    }
}
