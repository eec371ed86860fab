using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Follows a table back through the migrations of a run: what they made of it, and which values they found there.</summary>
internal sealed class TableOrigin
{
    private readonly IReadOnlyList<MigrationWork> _works;
    private readonly TableSchema _table;

    public TableOrigin(TableSchema table, IReadOnlyList<MigrationWork> works)
    {
        _table = table;
        _works = works;
        IsTouched = IsChanged(table.Name, works.Count - 1);
        IsNew = IsMade(table.Name);
    }

    /// <summary>Whether the run created the table or changed documents of it.</summary>
    public bool IsTouched { get; }

    /// <summary>Whether the run created the table, so that all keys in it are of the run.</summary>
    public bool IsNew { get; }

    /// <summary>Whether what is odd about a field was so before the run, which keeps it: a wrong value that no step made, or a missing one that no step filled.</summary>
    public bool Explains(Misfits misfits) => WasThere(_table.Name, misfits.Field.Path, misfits.IsAbsent, _works.Count - 1);

    private bool IsChanged(string table, int last)
    {
        for (var i = last; i >= 0; i--)
        {
            var work = _works[i];
            if (work.Tables.FirstOrDefault(candidate => candidate.After?.Name == table) is not { } step)
                return false;
            if (step.Before is null || !step.Changes.IsEmpty || step.IsRekeyed || work.StoreSteps.Any() || IsInserted(work, table))
                return true;
            table = step.Before.Name;
        }

        return false;
    }

    private bool IsMade(string table)
    {
        for (var i = _works.Count - 1; _works.ElementAtOrDefault(i)?.Tables.FirstOrDefault(candidate => candidate.After?.Name == table) is { } step; i--)
        {
            if (step.Before is null)
                return true;
            table = step.Before.Name;
        }

        return false;
    }

    private static bool IsInserted(MigrationWork work, string table) =>
        work.Inserts.Any(insert => insert.Into.Name == table) || work.Extracts.Any(extract => extract.Into.Name == table) || work.Flows.Any(flow => flow.Into.Name == table)
        || work.Definition.Seeds(SeedKind.Bootstrap).Any(seed => seed.Table.Name == table);

    /// <summary>Whether some document may have come with this oddity from before the run: by staying, or by going from another table.</summary>
    private bool WasThere(string table, string path, bool isAbsent, int last)
    {
        if (last < 0)
            return true;

        var work = _works[last];
        var step = work.Tables.FirstOrDefault(candidate => candidate.After?.Name == table);
        // A migration of another module, or one before the table's module was known, leaves the table alone.
        if (step is null)
            return WasThere(table, path, isAbsent, last - 1);

        var ways = work.Flows.Where(flow => flow.Into.Name == table).Select(flow => (From: flow.From.Name, flow.Changes, flow.Carried));
        if (step is { Before: { } before, IsRekeyed: false })
            ways = ways.Append((before.Name, step.Changes, step.Carried));
        return ways.Any(way => (isAbsent && IsLeftUnfilled(way.Changes, path)) || (!isAbsent && IsKept(way.Changes, path)) || (!(isAbsent && IsFilled(way.Changes, path)) && OriginOf(path, way.Changes, way.Carried, isAbsent) is { } old && WasThere(way.From, old, isAbsent, last - 1)));
    }

    /// <summary>Whether the author let documents go without a value where the fill could not make one.</summary>
    private static bool IsLeftUnfilled(DocumentChanges changes, string path) => changes.Fields.Any(change => change.Step is FillField { Misfits.IsKept: true } && change.Targets[0].Path == path);

    /// <summary>Whether a step may have kept what it found there, though it did not fit: the author said so, whichever migration made the value.</summary>
    private static bool IsKept(DocumentChanges changes, string path) =>
        changes.Fields.Any(change => (change.Step.Misfits.IsKept || change.Follows is { KeepsDangling: true }) && change.Targets.Any(target => target.Path == path || FieldPath.IsBelow(path, target.Path)));

    private static bool IsFilled(DocumentChanges changes, string path) => changes.Fields.Any(change => change.Step is FillField && change.Targets[0].Path == path);

    /// <summary>Where a field was before a step; null where the step made it. A value that is missing stays missing when it is converted.</summary>
    private static string? OriginOf(string path, DocumentChanges changes, IReadOnlyDictionary<string, string> carried, bool isAbsent)
    {
        if (carried.TryGetValue(path, out var before))
            return before;
        // What was kept in the place of a new record may look like one, and lack its fields.
        if (changes.Fields.FirstOrDefault(change => change.Step.Misfits.IsKept && change.Sources.Count > 0 && change.Targets.Any(target => FieldPath.IsBelow(path, target.Path))) is { } kept)
            return kept.Sources[0].Path;
        return isAbsent ? changes.Fields.FirstOrDefault(change => change.Step is ConvertFields or ParseJsonField or WriteJsonField && change.Targets.Any(target => target.Path == path)) is { } made ? made.Sources[0].Path : null : null;
    }
}
