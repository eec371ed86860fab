using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Accounts for every field of the documents that go from one table into another, or stay in one, at every depth.</summary>
/// <remarks>The old fields are followed from the outside in, so that a nested field knows where its container goes; then the steps become changes; then the new fields are asked what gives them a value.</remarks>
internal sealed class FieldAccounting
{
    private readonly TableSchema _before;
    private readonly TableSchema _after;
    private readonly FlowRules _rules;
    private readonly Report _report;
    private readonly FlowSteps _steps;
    private readonly FieldWays _ways;
    private readonly List<FieldChange> _changes = [];

    public FieldAccounting(TableSchema before, TableSchema after, IReadOnlyList<Step> steps, FlowRules rules, Report report)
    {
        _before = before;
        _after = after;
        _rules = rules;
        _report = report;
        _steps = new FlowSteps(before, after, steps, rules.IsOtherSource);
        _ways = new FieldWays(before);
    }

    public IReadOnlyList<FieldChange> Account()
    {
        foreach (var field in _before.AllFields.OrderBy(field => field.Path.Count(letter => letter is '.' or '[' or '{')))
            AccountOld(field);
        foreach (var step in _steps.WithSources)
            AddChange(step);
        new TargetAccounting(_before, _after, _steps, _ways, _changes, _report).Account();
        return _changes;
    }

    /// <summary>The fields whose values stay as they are: their path after to their path before.</summary>
    public IReadOnlyDictionary<string, string> Carried()
    {
        var carried = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (before, after) in _ways.Goals)
            carried.TryAdd(after.Path, before);
        // What passes unread may be odd as it was before, and so may what a step was told to keep.
        foreach (var change in _changes.Where(change => change.Sources.Count > 0 && (change.Step.KeepsValues || change.Step.Misfits.IsKept)))
        {
            foreach (var target in change.Targets)
                carried.TryAdd(target.Path, change.Sources[0].Path);
        }

        return carried;
    }

    private void AccountOld(FieldSchema field)
    {
        var claims = _steps.ClaimsOf(field);
        if (claims.Count > 1)
            _report(ErrorCode.ContradictingSteps, $"Field {Old(field)} is claimed by {claims.Count} steps", "Keep one of them.", [.. claims.Select(step => ("step", step.Words))]);
        else if (claims is [DropField or RenameField] && _ways.IsContainerGone(field))
            _report(ErrorCode.ContradictingSteps, $"Field {Old(field)} is claimed by a step of its own, but goes with {field.ContainerPath}", claims[0] is RenameField && !FieldPath.HasElements(field.ContainerPath) ? $"Write up.Move(Old.{field.Constant}, …) to save it from there, or remove the step." : "Remove the step.", [("step", claims[0].Words)]);
        else if (field.IsKey)
            AccountKey(field, claims);
        else if (claims is [FieldStep claim])
            AccountClaimed(field, claim);
        else if (claims.Count == 0 && !_ways.IsContainerGone(field))
            AccountUnclaimed(field);
    }

    private void AccountKey(FieldSchema key, IReadOnlyList<Step> claims)
    {
        if (claims.Count > 0 || (!_rules.IsRekeyed && !key.Type.ReadsAs(_after.Key.Type)))
            _report(ErrorCode.KeyChanged, $"The key of table {_before.Name} changes from {key.Type} to {_after.Key.Type}", $"Add to Up: {_rules.RekeyLine(_before, _after)}", []);
        _ways.Goes(key, _after.Key);
    }

    private void AccountUnclaimed(FieldSchema field)
    {
        var same = _after.TryFind(_ways.PathAfter(field));
        if (same is null)
        {
            Leave(field);
            return;
        }

        _ways.Goes(field, same);
        if (_rules.Follows(field, same) is { } follows)
            _changes.Add(new FieldChange(new FollowReference(field.Declaration, same.Declaration), [field], [same], field.ContainerPath, same.ContainerPath) { Follows = follows });
        CheckType(field, same);
        if (MayLack(field, OutOfHoists(field.ContainerPath)) && same.IsRequired && !_steps.Fills(same))
            _report(ErrorCode.RequiredFieldUnfilled, $"Field {New(same)} was optional and is now required, and nothing fills it where it is missing", $"Add to Up: up.Fill({same.Constant}, …);", []);
    }

    /// <summary>A field that this table no longer declares and no step claims: another table may carry it on.</summary>
    private void Leave(FieldSchema field)
    {
        if (_rules.CarrierOf(field) is { } carrier)
            _changes.Add(new FieldChange(new LeaveField(field.Declaration, carrier), [field], [], field.ContainerPath, ""));
        else if (!_rules.IsMisled(field))
            _report(ErrorCode.FieldUnaccounted, $"Field {Old(field)} is gone, and no step says where to", $"Add to Up: {LinesFor(field)}", []);
    }

    private string LinesFor(FieldSchema field)
    {
        var elsewhere = _after.AllFields.FirstOrDefault(candidate => candidate.Name == field.Name && candidate.Path != field.Path && _before.TryFind(candidate.Path) is null && field.Type.ReadsAs(candidate.Type));
        return (elsewhere is null ? "" : $"up.Move(Old.{field.Constant}, {elsewhere.Constant}); or ")
            + $"up.Drop(Old.{field.Constant}); or up.Rename(Old.{field.Constant}, …); or up.Convert(Old.{field.Constant}, …);"
            + (field.Type.Kind is ValueKind.List or ValueKind.Map && field.Nested is not null ? $" or up.Extract(Old.{field.Constant}, …, …);" : "");
    }

    private void AccountClaimed(FieldSchema field, FieldStep step)
    {
        switch (step)
        {
            case DropField or ExtractElements when _after.TryFind(_ways.PathAfter(field)) is { } still && !_steps.IsTarget(still):
                _report(ErrorCode.ContradictingSteps, $"Field {Old(field)} is {(step is DropField ? "dropped" : "extracted")}, but {still.Constant} still declares it", "Remove the step, or the constant.", []);
                break;
            case HoistRecord when field.Type.Kind != ValueKind.Record:
                _report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' hoists a {field.Type}, which is no nested record", "Name a field that holds a nested record.", []);
                break;
            case HoistRecord:
                _ways.Hoists(field);
                break;
            case RenameField or MoveField or WrapField or UnwrapField when _steps.TargetsOf(step) is [{ } target]:
                Carry(field, step, target);
                break;
            default:
                // A record that is converted as a whole is made anew, with all below it.
                break;
        }
    }

    private void Carry(FieldSchema field, FieldStep step, FieldSchema target)
    {
        if (target.IsKey || (step is RenameField && target.ContainerPath != _ways.ContainerAfter(field)))
            _report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' leads out of the document that holds the field", step is RenameField && !target.IsKey ? $"Write up.Move(Old.{field.Constant}, {target.Constant});" : "Name another field: keys change with up.Rekey(…).", []);
        switch (step)
        {
            case WrapField when target.Type.Kind == ValueKind.List && field.Type.ReadsAs(target.Type.Element!):
                _ways.Wraps(field, target);
                break;
            case UnwrapField when field.Type.Kind == ValueKind.List && field.Type.Element!.ReadsAs(target.Type):
                _ways.Unwraps(field, target);
                break;
            case UnwrapField when field.Type.Kind != ValueKind.List:
                _report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' unwraps a field of type {field.Type}, which is no array", "Name a field that holds an array.", []);
                break;
            case WrapField or UnwrapField:
                ReportType(field, target);
                break;
            case MoveField when target.Type.Kind == ValueKind.Record && field.Type.Kind != ValueKind.Record:
                _report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' leads to a record that has no field {field.Name}", $"Declare one below {target.Constant}, or name the field that it becomes: up.Move(Old.{field.Constant}, …);", []);
                break;
            default:
                _ways.Goes(field, target);
                CheckType(field, target);
                break;
        }
    }

    private void AddChange(FieldStep step)
    {
        var sources = _steps.SourcesOf(step);
        var targets = _steps.TargetsOf(step);
        if (targets.Any(target => target.IsKey) && step is not (RenameField or MoveField))
        {
            if (!sources.Any(source => source.IsKey))
                _report(ErrorCode.KeyChanged, $"The step '{step.Words}' would change keys", $"Write {_rules.RekeyLine(_before, _after)}", []);
            return;
        }

        if (step is CopyField && targets is [{ } copy])
            CheckCopy(step, sources[0], copy);
        var way = _ways.ScopeOf(sources, targets);
        if (way is { } found && targets.FirstOrDefault(target => target.IsRequired && sources.All(source => MayLack(source, OutOfHoists(found.Before))) && !_steps.Fills(target)) is { } unfilled)
            _report(ErrorCode.RequiredFieldUnfilled, $"Field {New(unfilled)} comes from an optional one and is required, and nothing fills it where it is missing", $"Add to Up: up.Fill({unfilled.Constant}, …);", []);
        if (sources.Any(source => source.IsKey) && step.TakesSources)
            return;
        if (way is not { } scope)
            _report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' leads from one array's elements to a place outside of them, or into others", "Let both fields lie in the same document, or in the elements of the same array; up.Fill(…) and up.Extract(…) cross arrays.", []);
        else
            _changes.Add(new FieldChange(step, sources, targets, scope.Before, scope.After) { Follows = step.KeepsValues ? _rules.Follows(sources[0], targets.FirstOrDefault()) : null });
    }

    /// <summary>Whether documents may lack a field: because it is optional, or because a record on the way to it is.</summary>
    private bool MayLack(FieldSchema field, string scope)
    {
        for (var at = field; at is not null; at = at.ContainerPath == scope ? null : _before.TryFind(at.ContainerPath))
        {
            if (!at.IsRequired)
                return true;
        }

        return false;
    }

    /// <summary>The document that is left of nested ones when their records are hoisted.</summary>
    private string OutOfHoists(string container) =>
        _before.TryFind(container) is { } record && _steps.ClaimsOf(record) is [HoistRecord] ? OutOfHoists(record.ContainerPath) : container;

    /// <summary>The copy of a record has its fields, unread: each must be declared there as it is here.</summary>
    private void CheckCopy(FieldStep step, FieldSchema old, FieldSchema copy)
    {
        CheckType(old, copy);
        var there = FieldsBelow(copy, _after).ToDictionary(field => field.Path[copy.Path.Length..]);
        var missing = FieldsBelow(old, _before).Where(field => !(there.Remove(field.Path[old.Path.Length..], out var same) && field.Type.ReadsAs(same.Type) && (field.IsRequired || !same.IsRequired)));
        if (missing.Select(Old).Concat(there.Values.Where(field => field.IsRequired).Select(New)).ToList() is { Count: > 0 } others)
            _report(ErrorCode.ContradictingSteps, $"The step '{step.Words}' copies a record into one of other fields: {string.Join(", ", others)}", $"Declare the same fields below {copy.Constant}, or copy them one by one: up.Copy(Old.…, …);", []);
    }

    private static IEnumerable<FieldSchema> FieldsBelow(FieldSchema field, TableSchema table) =>
        table.AllFields.Where(inner => FieldPath.IsBelow(inner.Path, field.Path));

    private void CheckType(FieldSchema old, FieldSchema @new)
    {
        if (!(_rules.Follows(old, @new) is { Rekey: { } rekey } ? old.Type.IsReferenceLike(@new.Type) && @new.Type.HoldsKeysOf(rekey.Into.Key.Type) : old.Type.ReadsAs(@new.Type)))
            ReportType(old, @new);
    }

    private void ReportType(FieldSchema old, FieldSchema @new)
    {
        // The conversion that is missing makes the field as a whole: what is below it is no problem of its own.
        _ways.Ends(old);
        _report(ErrorCode.TypeChanged, $"Field {Old(old)} changes its type without a conversion", $"Add to Up: {ConversionOf(old, @new)}", [("before", old.Type.ToString()), ("after", @new.Type.ToString())]);
    }

    private string ConversionOf(FieldSchema old, FieldSchema @new)
    {
        if (_before.References.FirstOrDefault(reference => reference.From == old.Declaration) is { } reference)
            return $"up.Rekey(…) for table {reference.To.Table.Name}, and the reference follows; or, if it is to be no reference, up.Convert(Old.{old.Constant}, {@new.Constant}, value => …);";
        if (@new.Type.Kind == ValueKind.List && old.Type.ReadsAs(@new.Type.Element!))
            return $"up.Wrap(Old.{old.Constant}, {@new.Constant});";
        if (old.Type.Kind == ValueKind.List && old.Type.Element!.ReadsAs(@new.Type))
            return $"up.Unwrap(Old.{old.Constant}, {@new.Constant});";
        return $"up.Convert(Old.{old.Constant}, {@new.Constant}, value => …);";
    }

    private string Old(FieldSchema field) => $"{_before.Name}.{field.Path}";

    private string New(FieldSchema field) => $"{_after.Name}.{field.Path}";
}

/// <summary>Reports a problem: code, what, next step, facts.</summary>
internal delegate void Report(string code, string what, string nextStep, (string Label, string Value)[] facts);

/// <summary>What holds for the documents that go one way.</summary>
/// <param name="IsRekeyed">Whether they get new keys.</param>
/// <param name="CarrierOf">The other table that carries a field of theirs on, or null.</param>
/// <param name="IsMisled">Whether a step takes a field of theirs to a table that they do not go to, which is a problem of its own.</param>
/// <param name="Follows">How a field of theirs, which becomes another one, follows documents that it refers to, or null.</param>
/// <param name="IsOtherSource">Whether documents of another table before go the same way's end, so that a fill from that table is none of theirs.</param>
/// <param name="Flow">The step by which they go into another table; null where they stay.</param>
internal sealed record FlowRules(
    bool IsRekeyed, Func<FieldSchema, Table?> CarrierOf, Func<FieldSchema, bool> IsMisled, Func<FieldSchema, FieldSchema?, ReferenceWork?> Follows, Func<Table, bool> IsOtherSource, Step? Flow)
{
    public string RekeyLine(TableSchema before, TableSchema after) => Flow switch
    {
        null or RekeyTable => $"up.Rekey(Old.{before.Key.Constant}, {after.Key.Constant}, old => …);",
        MergeTable => $"up.Merge(Old.{before.Constant}, {after.Key.Constant}, old => …);",
        _ => $"up.Insert(Old.{before.Constant}, {after.Constant}, (old, before) => …); or declare {after.Key.Constant} with the type of Old.{before.Key.Constant}",
    };
}
