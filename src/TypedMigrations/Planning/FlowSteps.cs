using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>The steps that concern the documents on their way from one table before to one table after.</summary>
internal sealed class FlowSteps
{
    private readonly TableSchema _before;
    private readonly TableSchema _after;
    private readonly Func<Table, bool> _isOtherSource;
    private readonly List<FieldStep> _steps;
    private readonly List<StoreDocumentStep> _ofStore;

    public FlowSteps(TableSchema before, TableSchema after, IReadOnlyList<Step> steps, Func<Table, bool> isOtherSource)
    {
        _before = before;
        _after = after;
        _isOtherSource = isOtherSource;
        _steps = [.. steps.OfType<FieldStep>().Where(Concerns)];
        _ofStore = [.. steps.OfType<StoreDocumentStep>().Where(step => step.Table == before.Declaration)];
    }

    /// <summary>The steps that read old fields and write new ones, or take them out.</summary>
    public IEnumerable<FieldStep> WithSources => _steps.Where(step => step.Sources.Count > 0);

    /// <summary>The steps that give a value to a new field without reading old ones.</summary>
    public IEnumerable<FieldStep> WithoutSources => _steps.Where(step => step.Sources.Count == 0);

    /// <summary>The steps that make an end of an old field.</summary>
    public IReadOnlyList<Step> ClaimsOf(FieldSchema field) =>
    [
        .. _steps.Where(step => step.TakesSources && step.Sources.Contains(field.Declaration)),
        .. _ofStore.Where(step => step.Removes.Contains(field.Declaration)),
    ];

    public IReadOnlyList<FieldSchema> SourcesOf(FieldStep step) => [.. step.Sources.Select(source => _before.TryFind(source)!)];

    public IReadOnlyList<FieldSchema> TargetsOf(FieldStep step) => [.. step.Targets.Select(target => _after.TryFind(target)!)];

    /// <summary>The steps that write a new field, fills left out.</summary>
    public IReadOnlyList<Step> WritersOf(FieldSchema field) =>
    [
        .. _steps.Where(step => step is not FillField && step.Targets.Contains(field.Declaration)),
        .. _ofStore.Where(step => step.Writes.Contains(field.Declaration)),
    ];

    public IReadOnlyList<FillField> FillsOf(FieldSchema field) => [.. _steps.OfType<FillField>().Where(fill => fill.Filled == field.Declaration)];

    public bool Fills(FieldSchema field) => FillsOf(field).Count > 0;

    public bool IsTarget(FieldSchema field) => Fills(field) || WritersOf(field).Count > 0;

    private bool Concerns(FieldStep step) =>
        step.Sources.All(source => _before.TryFind(source) is not null) && step.Targets.All(target => _after.TryFind(target) is not null)
        && !(step is FillField { From: { } from } && from != _before.Declaration && _isOtherSource(from));
}
