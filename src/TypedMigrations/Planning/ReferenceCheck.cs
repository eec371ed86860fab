using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Checks the references that a migration's constants declare: that they lead to tables that are there, and that none keeps old keys.</summary>
internal sealed class ReferenceCheck(MigrationWork work)
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Check()
    {
        foreach (var table in work.Definition.After.Tables)
        {
            foreach (var reference in table.References)
                Check(table, reference);
        }

        return _problems;
    }

    private void Check(TableSchema table, Reference reference)
    {
        if (!IsThere(reference.To.Table))
        {
            Report(ErrorCode.ReferenceNotKeepable, $"The reference {reference} leads to a table of another migration", "Refer to a key of this migration, or of one that it declares to depend on.");
            return;
        }

        foreach (var rekey in work.Rekeys.Where(rekey => rekey.Into.Declaration == reference.To.Table))
        {
            if (MakersOf(table, reference.From, rekey).ToList() is [_, ..] makers)
                Report(ErrorCode.ReferenceLeftBehind, $"The reference {reference} would keep old keys: a function makes the value and does not know the new ones", $"Write {LineOf(rekey)} in a migration of its own.", [("step", rekey.Step.Words), .. makers.Distinct().Select(step => ("made by", step.Words))]);
        }
    }

    private bool IsThere(Table table) =>
        work.Definition.After.TryFind(table) is not null || work.Definition.Readable.Any(schema => schema != work.Definition.Before && schema.TryFind(table) is not null);

    /// <summary>The steps whose functions make what a reference lies in, as a whole. A step that writes the reference itself says what it means.</summary>
    private IEnumerable<Step> MakersOf(TableSchema table, Field reference, RekeyWork rekey)
    {
        var ways = work.Tables.Where(way => way is { Before: not null, IsRekeyed: false } && way.After == table).Select(way => new { From = way.Before!, way.Changes })
            .Concat(work.Flows.Where(flow => flow.Into == table).Select(flow => new { flow.From, flow.Changes }))
            .Where(way => IsConcerned(way.From, rekey));
        foreach (var changes in ways.Select(way => way.Changes))
        {
            foreach (var step in changes.Documents.OfType<ConvertTable>())
                yield return step;
            foreach (var change in changes.Fields.Where(change => (!change.Step.KeepsValues || change.Step is CopyField) && change.Targets.Any(target => IsAround(target.Declaration, reference))))
                yield return change.Step;
        }

        foreach (var extract in work.Extracts.Where(extract => extract.Into == table && IsConcerned(extract.From, rekey)))
            yield return extract.Step;
        foreach (var insert in work.Inserts.Where(insert => insert.Into == table && IsConcerned(insert.From, rekey)))
            yield return insert.Step;
    }

    /// <summary>Whether documents of a table refer to those that get other keys. What is merged gets other keys, but what it is merged into keeps its own.</summary>
    private static bool IsConcerned(TableSchema from, RekeyWork rekey) =>
        rekey.Step is RekeyTable || from == rekey.From || from.References.Any(reference => reference.To.Table == rekey.From.Declaration);

    private static bool IsAround(Field container, Field field)
    {
        for (var around = field.Parent; around is not null; around = around.Parent)
        {
            if (around == container)
                return true;
        }

        return false;
    }

    private static string LineOf(RekeyWork rekey) =>
        rekey.Step is RekeyTable ? $"up.Rekey(Old.{rekey.From.Key.Constant}, …);" : $"up.Merge(Old.{rekey.From.Constant}, …);";

    private void Report(string code, string what, string nextStep, params (string Label, string Value)[] facts) =>
        _problems.Add(new Problem(code, $"Migration {work.Definition.Id}: {char.ToLowerInvariant(what[0])}{what[1..]}.", nextStep, facts));
}
