using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Checks that a migration which is marked as additive only adds: an older program must be able to go on.</summary>
internal static class AdditiveCheck
{
    public static IEnumerable<Problem> Check(MigrationWork work)
    {
        if (!work.Definition.IsAdditive)
            yield break;

        var more = work.Definition.Steps.Where(step => !IsAddition(step, work)).Select(step => step.Words).Concat(work.Tables.SelectMany(More)).ToList();
        if (more.Count > 0)
        {
            yield return new Problem(ErrorCode.NotAdditive, $"Migration {work.Definition.Id} is marked as [Additive], but does more than add.",
                "Remove [Additive], or put what is not an addition into a migration of its own. Additions are new tables, new optional fields and new indexes that are not unique.",
                more.Select(words => ("not an addition", words)));
        }
    }

    // Named one by one: a verb that is new is no addition until somebody says so here.
    private static bool IsAddition(Step step, MigrationWork work) => step switch
    {
        FillField fill => work.Tables.Any(table => table.After?.TryFind(fill.Filled) is { } filled && !table.Carried.ContainsKey(filled.Path)),
        // A field that was there before is never the target of a copy: the accounting refuses two sources. And what goes into another table goes there by a step of its own.
        CopyField => true,
        CopyTable copy => IsNew(copy.Into, work),
        InsertDerived insert => IsNew(insert.Into, work),
        _ => false,
    };

    private static bool IsNew(Table into, MigrationWork work) => work.Tables.Any(table => table.Before is null && table.After!.Declaration == into);

    private static IEnumerable<string> More(TableWork table)
    {
        if (table is not { Before: { } before, After: { } after })
            return [];

        return
        [
            .. table.DropIndexes.Select(index => $"drop {index} of {before.Name}"),
            .. table.CreateIndexes.Where(index => index.Kind != IndexKind.Plain).Select(index => $"create {index} of {after.Name}"),
            .. after.AllFields.Select(field => More(field, table, before)).OfType<string>(),
        ];
    }

    private static string? More(FieldSchema field, TableWork table, TableSchema before)
    {
        var isCopy = table.Changes.Fields.Any(change => change.Step is CopyField && change.Targets.Contains(field));
        if (isCopy || !table.Carried.TryGetValue(field.Path, out var path))
        {
            // What is below a new record comes and goes with it.
            var owner = FieldPath.WithoutMarks(field.ContainerPath);
            var isOutermost = owner.Length == 0 || table.Carried.ContainsKey(owner);
            return isOutermost && field.IsRequired ? $"field {field.Declaration} is new and required" : null;
        }

        var old = before.TryFind(path)!;
        if (old.IsRequired != field.IsRequired)
            return $"field {field.Declaration} becomes {(field.IsRequired ? "required" : "optional")}";
        return old.Type.ReadsAs(field.Type) && field.Type.ReadsAs(old.Type) ? null : $"field {field.Declaration} changes from {old.Type} to {field.Type}";
    }
}
