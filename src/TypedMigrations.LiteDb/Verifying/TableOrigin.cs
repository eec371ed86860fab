using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Follows a table back through the migrations of a run: what it made of it, and which values it found there.</summary>
internal sealed class TableOrigin
{
    // The fields that old documents brought along, by their path now. Empty for a table that the run created.
    private readonly Dictionary<string, Trace> _traces;

    public TableOrigin(TableSchema table, IReadOnlyList<MigrationWork> works)
    {
        _traces = table.AllFields.ToDictionary(field => field.Path, field => new Trace(field.Path, IsConverted: false, IsFilled: false));
        var name = table.Name;
        foreach (var work in works.Reverse())
        {
            if (work.Tables.FirstOrDefault(candidate => candidate.After?.Name == name) is not { } step)
                return;

            IsTouched |= step.Changes.Count > 0 || work.Inserts.Any(insert => insert.Into.Name == name) || work.Definition.Seeds(SeedKind.Bootstrap).Any(seed => seed.Table.Name == name);
            foreach (var path in _traces.Keys.ToList())
            {
                if (Back(_traces[path], step) is { } earlier)
                    _traces[path] = earlier;
                else
                    _traces.Remove(path);
            }

            if (step.Before is null)
            {
                IsTouched = true;
                return;
            }

            name = step.Before.Name;
        }
    }

    /// <summary>Whether the run created the table or changed documents of it.</summary>
    public bool IsTouched { get; }

    /// <summary>Whether what is odd about a field was so before the run, which keeps it: a wrong value that no step made, or a missing one that no step filled.</summary>
    public bool Explains(Misfits misfits) =>
        _traces.TryGetValue(misfits.Field.Path, out var trace) && (misfits.IsAbsent ? !trace.IsFilled : !trace.IsConverted);

    /// <summary>Where a field was before a step; null where the step made it.</summary>
    private static Trace? Back(Trace now, TableWork step)
    {
        var isFilled = now.IsFilled || step.Changes.Any(change => change.Step is FillField && change.New!.Path == now.Path);
        if (step.Carried.TryGetValue(now.Path, out var before))
            return new Trace(before, now.IsConverted, isFilled);
        return step.Changes.FirstOrDefault(change => change.Step is ConvertField && change.New!.Path == now.Path) is { Old: { } old }
            ? new Trace(old.Path, IsConverted: true, isFilled)
            : null;
    }

    private sealed record Trace(string Path, bool IsConverted, bool IsFilled);
}
