using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Accounts for every field of one table, at every depth.</summary>
internal sealed class FieldAccounting
{
    private readonly TableSchema _before;
    private readonly TableSchema _after;
    private readonly Action<string, string, string, (string, string)[]> _report;
    private readonly ILookup<FieldSchema, Step> _claims;
    private readonly ILookup<FieldSchema, FillField> _fills;

    // Where each field before goes, by path. A field that is dropped or converted as a whole takes all below it along.
    private readonly Dictionary<string, FieldSchema> _becomes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    public FieldAccounting(MigrationDefinition definition, TableSchema before, TableSchema after, Action<string, string, string, (string, string)[]> report)
    {
        _before = before;
        _after = after;
        _report = report;
        _claims = definition.Steps.Select(step => (Step: step, Old: OldOf(step) is { } old ? before.TryFind(old) : null)).Where(claim => claim.Old is not null).ToLookup(claim => claim.Old!, claim => claim.Step);
        _fills = definition.Steps.OfType<FillField>().Select(step => (Step: step, New: after.TryFind(step.Filled))).Where(fill => fill.New is not null).ToLookup(fill => fill.New!, fill => fill.Step);
    }

    public IReadOnlyList<FieldChange> Account()
    {
        var changes = new List<FieldChange>();
        // Outer fields first, so that a nested field knows where its container goes.
        foreach (var field in _before.AllFields.OrderBy(field => field.Path.Count(letter => letter is '.' or '[')))
        {
            if (AccountOld(field) is { } change)
                changes.Add(change);
        }

        foreach (var field in _after.AllFields)
            changes.AddRange(AccountNew(field));
        return changes;
    }

    /// <summary>The fields whose values stay as they are: their path after to their path before.</summary>
    public IReadOnlyDictionary<string, string> Carried()
    {
        var carried = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (before, after) in _becomes)
        {
            if (!_gone.Contains(before))
                carried.TryAdd(after.Path, before);
        }

        return carried;
    }

    private FieldChange? AccountOld(FieldSchema field)
    {
        var claims = _claims[field].ToList();
        if (claims.Count > 1)
        {
            Report(ErrorCode.ContradictingSteps, $"Field {Old(field)} is claimed by {claims.Count} steps", "Keep one of them.", [.. claims.Select(step => ("step", step.Words))]);
            return null;
        }

        if (ContainerIsGone(field))
        {
            _gone.Add(field.Path);
            if (claims.Count == 1)
                Report(ErrorCode.ContradictingSteps, $"Field {Old(field)} is claimed by a step of its own, but goes with {field.ContainerPath}", "Remove the step.", ("step", claims[0].Words));
            return null;
        }

        if (field.IsKey)
            return AccountKey(field, claims);

        return claims switch
        {
            [] => AccountUnclaimed(field),
            [DropField drop] => AccountDrop(field, drop),
            [RenameField rename] => AccountRename(field, rename, rename.Renamed),
            [ConvertField convert] => AccountRename(field, convert, convert.Converted),
            _ => null,
        };
    }

    private FieldChange? AccountKey(FieldSchema key, List<Step> claims)
    {
        if (claims.Count > 0 || !key.Type.ReadsAs(_after.Key.Type))
            Report(ErrorCode.KeyChanged, $"The key of table {_before.Name} changes from {key.Type} to {_after.Key.Type}", "Keep the key. Changing keys, with the references to them, is not supported yet.");
        _becomes[key.Path] = _after.Key;
        return null;
    }

    private FieldChange? AccountUnclaimed(FieldSchema field)
    {
        var same = _after.TryFind(PathAfter(field));
        if (same is null)
        {
            Report(ErrorCode.FieldUnaccounted, $"Field {Old(field)} is gone, and no step says where to", $"Add to Up: up.Drop(Old.{field.Constant}); or up.Rename(Old.{field.Constant}, …); or up.Convert(Old.{field.Constant}, …);");
            return null;
        }

        _becomes[field.Path] = same;
        CheckType(field, same);
        if (!field.IsRequired && same.IsRequired && !_fills.Contains(same))
            Report(ErrorCode.RequiredFieldUnfilled, $"Field {New(same)} was optional and is now required, and nothing fills it where it is missing", $"Add to Up: up.Fill({same.Constant}, …);");
        return null;
    }

    private FieldChange AccountDrop(FieldSchema field, DropField step)
    {
        _gone.Add(field.Path);
        if (_after.TryFind(PathAfter(field)) is { } still && !IsTarget(still))
            Report(ErrorCode.ContradictingSteps, $"Field {Old(field)} is dropped, but {still.Constant} still declares it", "Remove the step, or the constant.");
        return new FieldChange(step, field, null, field.ContainerPath);
    }

    private FieldChange? AccountRename(FieldSchema field, Step step, Field target)
    {
        if (_after.TryFind(target) is not { } @new)
        {
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' leads to a field of another table", $"Name a field of {_after.Constant}.");
            return null;
        }

        if (@new.ContainerPath != ContainerAfter(field) || @new.IsKey)
            Report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' leads out of the document that holds the field", $"Name a field of the same {(field.ContainerPath.Length == 0 ? "document" : "nested record")}.");
        else if (step is RenameField)
            CheckType(field, @new);

        // A nested record that is converted as a whole is made anew, with all below it.
        if (step is ConvertField)
            _gone.Add(field.Path);
        if (!field.IsRequired && @new.IsRequired && !_fills.Contains(@new))
            Report(ErrorCode.RequiredFieldUnfilled, $"Field {New(@new)} comes from an optional one and is required, and nothing fills it where it is missing", $"Add to Up: up.Fill({@new.Constant}, …);");
        _becomes[field.Path] = @new;
        return new FieldChange(step, field, @new, field.ContainerPath);
    }

    private IEnumerable<FieldChange> AccountNew(FieldSchema field)
    {
        var sources = _becomes.Where(pair => pair.Value == field).Select(pair => pair.Key).ToList();
        if (sources.Count > 1)
            Report(ErrorCode.ContradictingSteps, $"Field {New(field)} comes from {sources.Count} fields: {string.Join(", ", sources)}", "Keep one of them.");
        if (_fills[field].Count() > 1)
            Report(ErrorCode.ContradictingSteps, $"Field {New(field)} is filled twice", "Keep one of the fills.");

        var container = ContainerBefore(field);
        if (container is null)
        {
            // The nested record is new as a whole: what fills it fills this field too.
            if (_fills.Contains(field))
                Report(ErrorCode.ContradictingSteps, $"Field {New(field)} is filled by a step of its own, but {field.ContainerPath} is new", $"Fill {field.ContainerPath} as a whole.");
            return [];
        }

        if (sources.Count == 0 && field.IsRequired && !field.IsKey && !_fills.Contains(field))
            Report(ErrorCode.RequiredFieldUnfilled, $"Field {New(field)} is new and required, and nothing fills it", $"Add to Up: up.Fill({field.Constant}, …); or declare it with Table.Optional.");
        foreach (var fill in _fills[field].Where(fill => fill.From is not null && fill.From != _before.Declaration))
            Report(ErrorCode.ContradictingSteps, $"The step '{fill.Words}' reads table {fill.From!.Name}, whose documents are not those of {_after.Name}", $"Name Old.{_before.Constant}, and look other tables up with the function's second argument.");
        return _fills[field].Select(fill => new FieldChange(fill, null, field, container));
    }

    private void CheckType(FieldSchema old, FieldSchema @new)
    {
        if (old.Type.ReadsAs(@new.Type))
            return;

        // The conversion that is missing makes the field as a whole: what is below it is no problem of its own.
        _gone.Add(old.Path);
        Report(ErrorCode.TypeChanged, $"Field {Old(old)} changes its type without a conversion", $"Add to Up: up.Convert(Old.{old.Constant}, {@new.Constant}, value => …);", ("before", old.Type.ToString()), ("after", @new.Type.ToString()));
    }

    private bool ContainerIsGone(FieldSchema field) => field.ContainerPath.Length > 0 && (_gone.Contains(OwnerPath(field)) || !_becomes.ContainsKey(OwnerPath(field)));

    private bool IsTarget(FieldSchema field) =>
        _fills.Contains(field) || _claims.SelectMany(claims => claims).Any(step => step is RenameField rename && rename.Renamed == field.Declaration || step is ConvertField convert && convert.Converted == field.Declaration);

    /// <summary>The path that a field has afterwards if only its containers move.</summary>
    private string PathAfter(FieldSchema field) => field.ContainerPath.Length == 0 ? field.Name : $"{ContainerAfter(field)}.{field.Name}";

    private string ContainerAfter(FieldSchema field) =>
        field.ContainerPath.Length == 0 ? "" : _becomes[OwnerPath(field)].Path + (IsElement(field) ? "[]" : "");

    /// <summary>The path that a field's container had before; null where the container is new or converted as a whole.</summary>
    private string? ContainerBefore(FieldSchema field)
    {
        if (field.ContainerPath.Length == 0)
            return "";

        var owner = _becomes.Where(pair => pair.Value.Path == OwnerPath(field) && !_gone.Contains(pair.Key)).Select(pair => pair.Key).FirstOrDefault();
        return owner is null ? null : owner + (IsElement(field) ? "[]" : "");
    }

    private static bool IsElement(FieldSchema field) => field.ContainerPath.EndsWith("[]", StringComparison.Ordinal);

    private static string OwnerPath(FieldSchema field) => IsElement(field) ? field.ContainerPath[..^2] : field.ContainerPath;

    internal static Field? OldOf(Step step) => step switch
    {
        DropField drop => drop.Old,
        RenameField rename => rename.Old,
        ConvertField convert => convert.Old,
        _ => null,
    };

    private string Old(FieldSchema field) => $"{_before.Name}.{field.Path}";

    private string New(FieldSchema field) => $"{_after.Name}.{field.Path}";

    private void Report(string code, string what, string nextStep, params (string, string)[] facts) => _report(code, what, nextStep, facts);
}
