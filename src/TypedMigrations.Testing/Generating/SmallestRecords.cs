using TypedMigrations.Schemas;
using Sample = System.Collections.Generic.IReadOnlyDictionary<TypedMigrations.Schemas.TableSchema, System.Collections.Generic.IReadOnlyList<object>>;

namespace TypedMigrations.Testing.Generating;

/// <summary>Makes a failing sample small, one change at a time, as long as it still fails.</summary>
/// <remarks>
/// CsCheck shrinks by drawing other samples until a smaller one fails too, which takes thousands of them. Where each costs a migration, this takes a
/// hundred. What is promised of samples holds for the smaller ones too, and no reference is cut.
/// </remarks>
internal sealed class SmallestRecords(Schema schema, GeneratedValues said)
{
    private readonly Dictionary<TableSchema, Simpler> _simpler = schema.Tables.ToDictionary(table => table, table => new Simpler(table, said));
    private readonly Dictionary<TableSchema, UniqueValues> _unique = schema.Tables.ToDictionary(table => table, table => new UniqueValues(table));
    private readonly References _references = new(schema);

    /// <summary>The smallest sample that was found to fail.</summary>
    /// <param name="failing">A sample that fails.</param>
    /// <param name="fails">Whether another one fails, in the same way.</param>
    /// <param name="tries">How often to ask at most.</param>
    public Sample Of(Sample failing, Func<Sample, bool> fails, int tries)
    {
        var dangling = _references.Dangling(failing).ToHashSet();
        var (smallest, at, hasChanged) = (failing, 0, false);
        while (tries > 0)
        {
            // What failed to help before a change seldom helps right after it: a round goes on where it is.
            if (Candidates(smallest).Skip(at).FirstOrDefault() is not { } candidate)
            {
                if (!hasChanged)
                    break;
                (at, hasChanged) = (0, false);
            }
            else if (IsSound(candidate, dangling) && tries-- > 0 && fails(candidate))
            {
                (smallest, hasChanged) = (candidate, true);
            }
            else
            {
                at++;
            }
        }

        return smallest;
    }

    /// <summary>Samples with one change, the largest changes first.</summary>
    private IEnumerable<Sample> Candidates(Sample sample) =>
        sample.Where(table => table.Value.Count > 1).Select(table => With(sample, table.Key, []))
            .Concat(sample.SelectMany(table => table.Value.Select((_, i) => With(sample, table.Key, [.. table.Value.Where((_, j) => j != i)]))))
            .Concat(
                from table in sample
                from i in Enumerable.Range(0, table.Value.Count)
                from simpler in _simpler[table.Key].Records(table.Value[i])
                select With(sample, table.Key, [.. table.Value.Select((record, j) => j == i ? simpler : record)]));

    private static Sample With(Sample sample, TableSchema table, IReadOnlyList<object> records) => new Dictionary<TableSchema, IReadOnlyList<object>>(sample) { [table] = records };

    private bool IsSound(Sample sample, HashSet<(Field From, object Key)> dangling) =>
        sample.All(table => DiffersWhereItMust(table.Key, table.Value)) && _references.Dangling(sample).All(dangling.Contains);

    private bool DiffersWhereItMust(TableSchema table, IReadOnlyList<object> records)
    {
        var taken = _unique[table].NoneYet();
        return records.All(record => _unique[table].TryAdd(taken, record));
    }
}
