using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Follows a table back through the migrations of a run: what it made of it, and which fields it only carried along.</summary>
internal sealed class TableOrigin
{
    // The fields whose values are those of documents before the run, by their path now. Null for a table that the run created.
    private readonly Dictionary<string, string>? _carried;

    // The fields, by their path now, that a step of the run filled where they had no value.
    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);

    public TableOrigin(TableSchema table, IReadOnlyList<MigrationWork> works)
    {
        _carried = table.AllFields.ToDictionary(field => field.Path, field => field.Path);
        var name = table.Name;
        foreach (var work in works.Reverse())
        {
            var step = work.Tables.FirstOrDefault(candidate => candidate.After?.Name == name);
            if (step is null)
                break;

            IsTouched |= step.Before is null || step.Changes.Count > 0 || work.Inserts.Any(insert => insert.Into.Name == name) || work.Definition.Seeds(Discovering.SeedKind.Bootstrap).Any(seed => seed.Table.Name == name);
            if (step.Before is null)
            {
                _carried = null;
                break;
            }

            var filled = step.Changes.Where(change => change.Step is FillField).Select(change => change.New!.Path).ToHashSet(StringComparer.Ordinal);
            _filled.UnionWith(_carried!.Where(pair => filled.Contains(pair.Value)).Select(pair => pair.Key));
            _carried = _carried!.Where(pair => step.Carried.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => step.Carried[pair.Value]);
            name = step.Before.Name;
        }
    }

    /// <summary>Whether the run created the table or changed documents of it.</summary>
    public bool IsTouched { get; }

    /// <summary>Whether the run filled a field, so that no document may lack it now.</summary>
    public bool IsFilled(FieldSchema field) => _filled.Contains(field.Path);

    /// <summary>Whether the run left a field's values as they were, under the same or another name.</summary>
    public bool IsCarried(FieldSchema field) => _carried?.ContainsKey(field.Path) == true;
}
