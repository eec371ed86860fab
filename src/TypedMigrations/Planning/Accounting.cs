using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Accounts for every difference between the schemas before and after a migration: by a step, or as a problem with the line to add.</summary>
internal sealed class Accounting
{
    private static readonly Dictionary<string, string> NothingCarried = [];

    private readonly MigrationDefinition _definition;
    private readonly List<Problem> _problems = [];
    private readonly TableRoutes _routes;
    private readonly List<RekeyWork> _rekeys = [];

    private Accounting(MigrationDefinition definition)
    {
        _definition = definition;
        _routes = new TableRoutes(definition, Report);
    }

    public static (MigrationWork Work, IReadOnlyList<Problem> Problems) Account(MigrationDefinition definition)
    {
        var accounting = new Accounting(definition);
        accounting.FindRekeys();
        var flows = definition.Before.Tables.SelectMany(accounting.AccountFlows).ToList();
        var tables = accounting._routes.Pairs.Select(accounting.AccountTable).ToList();
        accounting._problems.AddRange(new StepCheck(definition, accounting._routes).Check());

        var inserts = definition.Steps.OfType<InsertDerived>().Select(accounting.AccountInsert).OfType<InsertWork>().ToList();
        var extracts = definition.Steps.OfType<ExtractElements>().Select(accounting.AccountExtract).OfType<ExtractWork>().ToList();
        var derived = tables.SelectMany(DerivedSteps).Concat(flows.SelectMany(flow => flow.Changes.Fields).Select(change => change.Step).Where(step => step.IsDerived)).Distinct();
        var work = new MigrationWork(definition, tables, flows, extracts, inserts, accounting._rekeys, [.. definition.Steps, .. derived]);
        return (work, [.. accounting._problems, .. new ReferenceCheck(work).Check()]);
    }

    private void FindRekeys()
    {
        foreach (var before in _definition.Before.Tables)
        {
            if (_routes.RekeyOf(before) is { } rekey && _routes.SuccessorOf(before) is { } after)
                _rekeys.Add(new RekeyWork(rekey, before, after, rekey.Function));
            foreach (var merge in _routes.FlowsOf(before).Where(flow => flow.Step is MergeTable { Key: not null }))
                _rekeys.Add(new RekeyWork(merge.Step, before, merge.Into, (record, _) => ((MergeTable)merge.Step).Key!(record)));
        }
    }

    private IEnumerable<DocumentFlow> AccountFlows(TableSchema before)
    {
        foreach (var (step, into) in _routes.FlowsOf(before))
        {
            var rekey = _rekeys.FirstOrDefault(candidate => candidate.Step == step);
            var isSecond = step is CopyTable or SplitTable && _routes.HeirOf(before) is not null;
            var (changes, carried) = AccountDocuments(before, into, step, rekey, field => isSecond ? _routes.HeirOf(before)!.Declaration : CarrierOf(before, field));
            // The second half of a split has the declared fields alone: of its own document nothing needs to be taken out.
            var kept = step is SplitTable ? changes with { Fields = [.. changes.Fields.Where(change => change.Step is not LeaveField || change.Scope.Length > 0)] } : changes;
            yield return new DocumentFlow(step, before, into, kept, carried) { Partitions = step is PartitionTable or MergeTable ? _routes.PartitionsOf(before) : [], Rekey = rekey };
        }

        if (_routes.RekeyOf(before) is { } own && _routes.SuccessorOf(before) is { } after)
        {
            var rekey = _rekeys.First(candidate => candidate.Step == own);
            var (changes, carried) = AccountDocuments(before, after, own, rekey, field => CarrierOf(before, field));
            yield return new DocumentFlow(own, before, after, changes, carried) { Partitions = _routes.PartitionsOf(before), Rekey = rekey };
        }
    }

    private TableWork AccountTable(TablePair pair) => pair switch
    {
        (null, { } created) => new TableWork(null, created, DocumentChanges.None, NothingCarried, UniqueOf(created), [], created.Indexes),
        ({ } gone, null) => new TableWork(gone, null, DocumentChanges.None, NothingCarried, [], [], []),
        ({ } before, { } after) => AccountChanged(before, after),
        _ => throw new InvalidOperationException("A table is there before or after."),
    };

    private TableWork AccountChanged(TableSchema before, TableSchema after)
    {
        var isRekeyed = _rekeys.Any(rekey => rekey.Step is RekeyTable && rekey.From == before);
        var (changes, carried) = isRekeyed ? (DocumentChanges.None, NothingCarried) : AccountDocuments(before, after, flow: null, rekey: null, field => CarrierOf(before, field));
        // An index is on a name: it stays only where its definition stays to the letter. One whose values are made unique would refuse documents that come from elsewhere.
        var unique = UniqueOf(after);
        var kept = before.Indexes.Intersect(after.Indexes).Where(index => index.Kind == IndexKind.Plain || unique.All(made => made.Field.Path != index.On)).ToList();
        return new TableWork(before, after, changes, carried, unique, [.. before.Indexes.Except(kept)], [.. after.Indexes.Except(kept)])
        {
            Leaving = isRekeyed ? [] : _routes.PartitionsOf(before),
            IsRekeyed = isRekeyed,
        };
    }

    private (DocumentChanges Changes, IReadOnlyDictionary<string, string> Carried) AccountDocuments(TableSchema before, TableSchema after, Step? flow, RekeyWork? rekey, Func<FieldSchema, Table?> carrierOf)
    {
        var documents = _definition.Steps.Where(step => step switch
        {
            ConvertTable convert => convert.Old == before.Declaration && convert.Converted == after.Declaration,
            RenameType rename => rename.Old == before.Declaration,
            StoreDocumentStep store => store.Table == before.Declaration,
            _ => false,
        }).ToList();
        if (documents.OfType<ConvertTable>().Any())
        {
            if (!before.Key.Type.ReadsAs(after.Key.Type))
                Report(ErrorCode.KeyChanged, $"The key of table {before.Name} changes from {before.Key.Type} to {after.Key.Type}", "Keep the key in this migration, and change it in one of its own with up.Rekey(…).");
            return (new DocumentChanges([], documents), NothingCarried);
        }

        var fields = new FieldAccounting(before, after, _definition.Steps, new FlowRules(rekey is not null, carrierOf, IsMisled, (field, same) => FollowOf(before, field, same), from => IsOtherSource(before, from, after), flow), Report);
        var changes = fields.Account();
        return (new DocumentChanges(changes, documents), fields.Carried());
    }

    private bool IsOtherSource(TableSchema before, Table from, TableSchema into) => from != before.Declaration && _definition.Before.TryFind(from) is { } other && _routes.Goes(other, into.Declaration);

    private bool IsMisled(FieldSchema field) => _definition.Steps.OfType<FieldStep>().Any(step => step.TakesSources && step.Sources.Contains(field.Declaration) && _routes.LeadsNowhere(step));

    /// <summary>The other half of a split table, or the copy, that carries a field on.</summary>
    private Table? CarrierOf(TableSchema before, FieldSchema field) => _routes.FlowsOf(before)
        .Where(flow => flow.Step is SplitTable or CopyTable && (flow.Into.TryFind(field.Path) is not null || ClaimsInto(flow.Into, field)))
        .OrderBy(flow => flow.Step is CopyTable).Select(flow => flow.Into.Declaration).FirstOrDefault();

    private bool ClaimsInto(TableSchema into, FieldSchema field) =>
        _definition.Steps.OfType<FieldStep>().Any(step => step.TakesSources && step.Sources.Contains(field.Declaration) && step.Targets.Any(target => target.Table == into.Declaration));

    /// <summary>How a field follows the documents that it refers to: where they get other keys, or where a store's own kind of reference names their table.</summary>
    private ReferenceWork? FollowOf(TableSchema table, FieldSchema field, FieldSchema? same)
    {
        if (ReferredBy(table, field, same) is not { } target)
            return null;

        var rekey = _rekeys.FirstOrDefault(candidate => candidate.From == target);
        var heir = _routes.HeirOf(target)?.Name ?? target.Name;
        return rekey is null && (heir == target.Name || !IsStoreKind(field.Type)) ? null
            : new ReferenceWork(rekey, target.Name, heir, rekey is null || rekey.Step is RekeyTable { KeepsDangling: true } or MergeTable { KeepsDangling: true });
    }

    /// <summary>The table before that a field refers to: its constant says so, or that of the field which it becomes.</summary>
    private TableSchema? ReferredBy(TableSchema table, FieldSchema field, FieldSchema? same)
    {
        if (table.References.FirstOrDefault(reference => reference.From == field.Declaration) is { } declared)
            return _definition.Before.TryFind(declared.To.Table);

        var now = same is null ? null : _definition.After.TryFind(same.Declaration.Table)!.References.FirstOrDefault(reference => reference.From == same.Declaration);
        return now is null ? null : _routes.Pairs.FirstOrDefault(pair => pair.Before is not null && pair.After?.Declaration == now.To.Table)?.Before;
    }

    private static bool IsStoreKind(FieldType type) => type.Kind == ValueKind.Other || (type.Element is { } element && IsStoreKind(element));

    private List<UniqueWork> UniqueOf(TableSchema after) =>
    [
        .. _definition.Steps.OfType<MakeUnique>()
            .Select(step => after.TryFind(step.Field) is { } field ? new UniqueWork(step, field) : null)
            .OfType<UniqueWork>(),
    ];

    private InsertWork? AccountInsert(InsertDerived step)
    {
        var from = _definition.Readable.Select(schema => schema.TryFind(step.From)).FirstOrDefault(table => table is not null);
        var into = _definition.After.TryFind(step.Into);
        return from is null || into is null ? null : new InsertWork(step, from, into);
    }

    private ExtractWork? AccountExtract(ExtractElements step) =>
        _definition.Before.TryFind(step.Old.Table) is { } from && from.TryFind(step.Old) is { } elements && _definition.After.TryFind(step.Into) is { } into
            ? new ExtractWork(step, from, elements, into)
            : null;

    private static IEnumerable<Step> DerivedSteps(TableWork work)
    {
        if (work is { Before: null, After: { } created })
            yield return new CreateTable(created.Declaration);
        foreach (var index in work.DropIndexes)
            yield return new DropIndex(work.Before!.Declaration, index);
        foreach (var step in work.Changes.Fields.Select(change => change.Step).Where(step => step.IsDerived))
            yield return step;
        foreach (var index in work.CreateIndexes)
            yield return new CreateIndex(work.After!.Declaration, index);
    }

    private void Report(string code, string what, string nextStep, params (string Label, string Value)[] facts) =>
        _problems.Add(new Problem(code, $"Migration {_definition.Id}: {char.ToLowerInvariant(what[0])}{what[1..]}.", nextStep, facts));
}
