using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Accounts for every difference between the schemas before and after a migration: by a step, or as a problem with the line to add.</summary>
internal sealed class Accounting
{
    private static readonly Dictionary<string, string> NothingCarried = [];

    private readonly MigrationDefinition _definition;
    private readonly List<Problem> _problems = [];

    private Accounting(MigrationDefinition definition) => _definition = definition;

    public static (MigrationWork Work, IReadOnlyList<Problem> Problems) Account(MigrationDefinition definition)
    {
        var accounting = new Accounting(definition);
        var pairs = accounting.PairTables();
        var tables = pairs.Select(accounting.AccountTable).ToList();
        accounting.CheckIdleSteps(pairs);
        accounting.CheckMadeUnique();
        var inserts = definition.Steps.OfType<InsertDerived>().Select(accounting.AccountInsert).OfType<InsertWork>().ToList();
        accounting.CheckForeignConstants();

        var derived = tables.SelectMany(DerivedSteps);
        return (new MigrationWork(definition, tables, inserts, [.. definition.Steps, .. derived]), accounting._problems);
    }

    /// <summary>Pairs each table before with the table after that it becomes.</summary>
    private List<(TableSchema? Before, TableSchema? After)> PairTables()
    {
        var pairs = new List<(TableSchema? Before, TableSchema? After)>();
        foreach (var before in _definition.Before.Tables)
        {
            var claims = _definition.Steps.Where(step => step is DropTable drop && drop.Old == before.Declaration || step is RenameTable rename && rename.Old == before.Declaration).ToList();
            var renamed = claims.OfType<RenameTable>().Select(step => _definition.After.TryFind(step.Renamed)).FirstOrDefault();
            if (claims.Count > 1)
                Report(ErrorCode.ContradictingSteps, $"Table {before.Name} is claimed by {claims.Count} steps", "Keep one of them.", [.. claims.Select(step => ("step", step.Words))]);
            else if (claims is [DropTable])
                pairs.Add((before, null));
            else if ((renamed ?? (claims.Count == 0 ? _definition.After.TryFind(before.Name) : null)) is { } after)
                pairs.Add((before, after));
            else if (claims.Count == 0)
                Report(ErrorCode.TableUnaccounted, $"Table {before.Name} is gone, and no step says where to", $"Add to Up: up.Drop(Old.{before.Constant}); or up.Rename(Old.{before.Constant}, …);");
        }

        foreach (var after in pairs.Where(pair => pair.After is not null).GroupBy(pair => pair.After!).Where(group => group.Count() > 1))
            Report(ErrorCode.ContradictingSteps, $"Table {after.Key.Name} comes from {after.Count()} tables: {string.Join(", ", after.Select(pair => pair.Before!.Name))}", "Rename only one of them to it.");
        foreach (var (before, _) in pairs.Where(pair => pair.After is null && _definition.After.TryFind(pair.Before!.Name) is { } still && pairs.All(other => other.After != still)).ToList())
            Report(ErrorCode.ContradictingSteps, $"Table {before!.Name} is dropped, but {_definition.After.TryFind(before.Name)!.Constant} still declares it", "Remove the step, or the constant.");

        pairs.AddRange(_definition.After.Tables.Where(after => pairs.All(pair => pair.After != after)).Select(after => ((TableSchema?)null, (TableSchema?)after)));
        return pairs;
    }

    private TableWork AccountTable((TableSchema? Before, TableSchema? After) pair) => pair switch
    {
        (null, { } created) => new TableWork(null, created, [], NothingCarried, UniqueOf(created), [], created.Indexes),
        ({ } dropped, null) => new TableWork(dropped, null, [], NothingCarried, [], [], []),
        ({ } before, { } after) => AccountChanged(before, after),
        _ => throw new InvalidOperationException("A table is there before or after."),
    };

    private TableWork AccountChanged(TableSchema before, TableSchema after)
    {
        var fields = new FieldAccounting(_definition, before, after, Report);
        var changes = fields.Account();
        // An index is on a name: it stays only where its definition stays to the letter.
        return new TableWork(before, after, changes, fields.Carried(), UniqueOf(after), [.. before.Indexes.Except(after.Indexes)], [.. after.Indexes.Except(before.Indexes)]);
    }

    private List<UniqueWork> UniqueOf(TableSchema after) =>
    [
        .. _definition.Steps.OfType<MakeUnique>()
            .Select(step => after.TryFind(step.Field) is { } field ? new UniqueWork(step, field) : null)
            .OfType<UniqueWork>(),
    ];

    /// <summary>A step on a field of a table that is dropped or new would do nothing, which is not what its author meant.</summary>
    private void CheckIdleSteps(List<(TableSchema? Before, TableSchema? After)> pairs)
    {
        foreach (var step in _definition.Steps)
        {
            if (FieldAccounting.OldOf(step) is { } old && pairs.Any(pair => pair.After is null && pair.Before!.Declaration == old.Table))
                Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' has nothing to work on: table {old.Table.Name} is dropped", "Remove the step.");
            else if (step is FillField fill && pairs.Any(pair => pair.Before is null && pair.After!.Declaration == fill.Filled.Table))
                Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' has nothing to work on: table {fill.Filled.Table.Name} is new", "Remove the step.");
        }
    }

    private void CheckMadeUnique()
    {
        foreach (var steps in _definition.Steps.OfType<MakeUnique>().GroupBy(step => step.Field))
        {
            if (steps.Key.Role == FieldRole.Key)
                Report(ErrorCode.KeyChanged, $"The step '{steps.First().Words}' would change keys", "Remove the step: keys are unique already.");
            else if (steps.Count() > 1)
                Report(ErrorCode.ContradictingSteps, $"Field {steps.Key} is made unique by {steps.Count()} steps", "Keep one of them.", [.. steps.Select(step => ("step", step.Words))]);
        }
    }

    private InsertWork? AccountInsert(InsertDerived step)
    {
        var from = _definition.Readable.Select(schema => schema.TryFind(step.From)).FirstOrDefault(table => table is not null);
        var into = _definition.After.TryFind(step.Into);
        return from is null || into is null ? null : new InsertWork(step, from, into);
    }

    /// <summary>Every constant that a step names is of this migration or of the one before, as the step wants it.</summary>
    private void CheckForeignConstants()
    {
        foreach (var step in _definition.Steps)
        {
            var (old, @new) = ConstantsOf(step);
            foreach (var constant in old.Where(constant => !IsKnown(constant, step is InsertDerived ? _definition.Readable : [_definition.Before])))
                Report(ErrorCode.ForeignConstant, $"The step '{step.Words}' takes {constant}, which the migration before does not declare", "Name a constant of the migration before: Old.…");
            foreach (var constant in @new.Where(constant => !IsKnown(constant, [_definition.After])))
                Report(ErrorCode.ForeignConstant, $"The step '{step.Words}' makes {constant}, which this migration does not declare", "Name a constant of this migration, without Old.");
        }
    }

    private static (IEnumerable<object> Old, IEnumerable<object> New) ConstantsOf(Step step) => step switch
    {
        DropTable drop => ([drop.Old], []),
        RenameTable rename => ([rename.Old], [rename.Renamed]),
        DropField drop => ([drop.Old], []),
        RenameField rename => ([rename.Old], [rename.Renamed]),
        ConvertField convert => ([convert.Old], [convert.Converted]),
        FillField fill => (fill.From is null ? [] : [fill.From], [fill.Filled]),
        InsertDerived insert => ([insert.From], [insert.Into]),
        MakeUnique unique => ([], [unique.Field]),
        _ => ([], []),
    };

    private static bool IsKnown(object constant, IEnumerable<Schema> schemas) => schemas.Any(schema => constant is Table table
        ? schema.TryFind(table) is not null
        : schema.TryFind(((Field)constant).Table)?.TryFind((Field)constant) is not null);

    private static IEnumerable<Step> DerivedSteps(TableWork work)
    {
        if (work is { Before: null, After: { } created })
            yield return new CreateTable(created.Declaration);
        foreach (var index in work.DropIndexes)
            yield return new DropIndex(work.Before!.Declaration, index);
        foreach (var index in work.CreateIndexes)
            yield return new CreateIndex(work.After!.Declaration, index);
    }

    private void Report(string code, string what, string nextStep, params (string Label, string Value)[] facts) =>
        _problems.Add(new Problem(code, $"Migration {_definition.Id}: {char.ToLowerInvariant(what[0])}{what[1..]}.", nextStep, facts));
}
