using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Where a value is afterwards.</summary>
/// <param name="Kind">Whether it is kept.</param>
/// <param name="Path">The way there, by the names after; the way before where it is not kept.</param>
/// <param name="At">For a value that is wrapped or unwrapped: which of the elements on the way is the new or the old one.</param>
internal sealed record Way(WayKind Kind, string Path, int At = 0);

internal enum WayKind
{
    /// <summary>It is kept as it is.</summary>
    Carried,

    /// <summary>It is kept as the only element of an array.</summary>
    Wrapped,

    /// <summary>It was the only element of an array and is kept without it.</summary>
    Unwrapped,

    /// <summary>A step makes something else of it.</summary>
    Changed,

    /// <summary>A step drops it.</summary>
    Dropped,

    /// <summary>It is not in this table.</summary>
    Elsewhere,
}

/// <summary>Follows the fields of a table's documents on their way into a table, by the steps that the author wrote.</summary>
internal sealed class FieldTrail
{
    private readonly TableSchema _before;
    private readonly Destination _to;
    private readonly TableSchema _after;
    private readonly Dictionary<string, Step> _claims = [];
    private readonly Dictionary<(string, bool), Way> _known = [];

    public FieldTrail(MigrationDefinition definition, TableSchema before, Destination to)
    {
        _before = before;
        _to = to;
        _after = to.After!;
        foreach (var step in definition.Steps.OfType<FieldStep>().Where(step => step.TakesSources && step.Targets.All(target => target.Table == _after.Declaration)))
        {
            foreach (var source in step.Sources.Where(source => source.Table == before.Declaration))
                _claims[source.Path] = step;
        }

        foreach (var step in definition.Steps.OfType<StoreDocumentStep>().Where(step => step.Table == before.Declaration))
        {
            foreach (var removed in step.Removes)
                _claims[removed.Path] = step;
        }
    }

    /// <summary>Where the values of a declared field are.</summary>
    public Way OfField(string path) => Known(path, isContainer: false);

    /// <summary>Where the fields are that nobody declares, in the records at a way; empty for the document itself.</summary>
    public Way OfUndeclaredIn(string container) => Known(container, isContainer: true);

    private Way Known(string path, bool isContainer) =>
        _known.TryGetValue((path, isContainer), out var way) ? way : _known[(path, isContainer)] = Find(path, isContainer);

    private Way Find(string path, bool isContainer)
    {
        var claim = _claims.Keys.Where(claimed => FieldPath.IsWithin(path, claimed)).MaxBy(claimed => claimed.Length);
        return claim is not null ? Claimed(path, claim, isContainer)
            : _to.Conversion is not null ? Converted(path, isContainer)
            : Unclaimed(path, isContainer);
    }

    private Way Unclaimed(string path, bool isContainer)
    {
        if (isContainer && path.Length == 0)
            return new Way(_to.IsHalf ? WayKind.Elsewhere : WayKind.Carried, path);
        return new Way(_after.TryFind(isContainer ? FieldPath.WithoutMarks(path) : path) is not null ? WayKind.Carried : WayKind.Elsewhere, path);
    }

    /// <summary>A document that is made anew: what both records declare alike is meant to be the same.</summary>
    private Way Converted(string path, bool isContainer)
    {
        if (isContainer && path.Length == 0)
            return new Way(WayKind.Carried, path);
        var (old, now) = (_before.TryFind(FieldPath.WithoutMarks(path)), _after.TryFind(FieldPath.WithoutMarks(path)));
        return new Way(old is not null && now is not null && old.Type.ReadsAs(now.Type) ? WayKind.Carried : WayKind.Changed, path);
    }

    private Way Claimed(string path, string claim, bool isContainer)
    {
        var rest = path[claim.Length..];
        var at = claim.Split([FieldPath.Elements, FieldPath.Values], StringSplitOptions.None).Length - 1;
        return _claims[claim] switch
        {
            DropField => new Way(WayKind.Dropped, path),
            RenameField or MoveField => new Way(WayKind.Carried, ((FieldStep)_claims[claim]).Targets[0].Path + rest),
            // The record that it is hoisted into may go elsewhere itself.
            HoistRecord when rest.Length > 0 || isContainer => OfUndeclaredIn(ContainerOf(claim)) is var into ? into with { Path = (into.Path + rest).TrimStart('.') } : into,
            WrapField wrap => new Way(WayKind.Wrapped, wrap.Wrapped.Path + FieldPath.Elements + rest, at),
            UnwrapField unwrap when rest.Length == 0 => new Way(WayKind.Unwrapped, unwrap.Unwrapped.Path, at),
            UnwrapField unwrap when rest.StartsWith(FieldPath.Elements, StringComparison.Ordinal) => new Way(WayKind.Unwrapped, unwrap.Unwrapped.Path + rest[FieldPath.Elements.Length..], at),
            _ => new Way(WayKind.Changed, path),
        };
    }

    private static string ContainerOf(string path) => path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "";
}
