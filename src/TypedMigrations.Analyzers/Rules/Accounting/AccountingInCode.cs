using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>Compares the constants of a migration with those of the one before, as the plan does, without running either.</summary>
/// <remarks>
/// It says nothing unless it is sure: where constants or steps cannot be read from the code, or where a step names a table or
/// a field in a way that may account for it, the plan decides.
/// </remarks>
internal sealed class AccountingInCode
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, IReadOnlyList<Gap>> Known = new();
    private static readonly string[] WholeTableVerbs = ["Convert", "Split"];

    private readonly SchemaInCode _before;
    private readonly SchemaInCode _after;
    private readonly IReadOnlyList<StepInCode> _steps;

    private AccountingInCode(SchemaInCode before, SchemaInCode after, IReadOnlyList<StepInCode> steps)
    {
        _before = before;
        _after = after;
        _steps = steps;
    }

    /// <summary>The gaps of a migration; none where it is the first of its module, or cannot be read.</summary>
    public static IReadOnlyList<Gap> Of(MigrationInCode migration, Compilation compilation, MigrationsInCode migrations, CancellationToken cancellation) =>
        Known.GetValue(migration.Class, _ => Read(migration, compilation, migrations, cancellation));

    private static IReadOnlyList<Gap> Read(MigrationInCode migration, Compilation compilation, MigrationsInCode migrations, CancellationToken cancellation)
    {
        if (migrations.Before(migration) is not { } previous)
            return [];

        var before = migrations.SchemaOf(previous.Space!, cancellation);
        var after = migrations.SchemaOf(migration.Space!, cancellation);
        var steps = StepsInCode.Read(compilation, migration.Class, cancellation);
        return before.IsComplete && after.IsComplete && steps.IsComplete ? [.. new AccountingInCode(before, after, steps.Steps).Gaps()] : [];
    }

    private IEnumerable<Gap> Gaps() => _before.Tables.SelectMany(table => SuccessorOf(table) is { } after ? GapsOf(table, after) : IsNamed(table) ? [] : [Vanished(table)]);

    private TableInCode? SuccessorOf(TableInCode before)
    {
        var rename = _steps.FirstOrDefault(step => step.Verb == "Rename" && step.Names(before));
        return rename is not null ? _after.Tables.FirstOrDefault(rename.Names) : _after.Tables.FirstOrDefault(table => table.Name == before.Name);
    }

    private static Gap Vanished(TableInCode table) => new(GapKind.TableVanishes, table.Name!, $"up.Drop(Old.{table.Text});");

    private IEnumerable<Gap> GapsOf(TableInCode before, TableInCode after)
    {
        if (_steps.Any(step => WholeTableVerbs.Contains(step.Verb) && step.Names(before)))
            return [];

        return before.Fields.Where(field => IsComparable(field, after)).SelectMany(field => GapsOf(field, after))
            .Concat(after.Fields.Where(field => IsNew(field, before)).Select(field => Unfilled(field, before, GapKind.NewFieldUnfilled)));
    }

    private IEnumerable<Gap> GapsOf(FieldInCode field, TableInCode after)
    {
        var same = after.TryFind(field.Path!);
        if (same is null)
            yield return Left(field, after);
        else if (!IsNamed(same) && !ReadsAs(field, same))
            yield return new(GapKind.TypeChanges, $"{field.Table.Name}.{field.Path}", $"up.Convert(Old.{field.Text}, {same.Text}, value => throw new System.NotImplementedException());", $"{Shown(field)} to {Shown(same)}");
        else if (!IsNamed(same) && field.Role == RoleInCode.Optional && same.Role == RoleInCode.Required)
            yield return Unfilled(same, field.Table, GapKind.OptionalFieldUnfilled);
    }

    /// <summary>A field that is gone was as a rule renamed, if there is just one new field of its type; else it was dropped.</summary>
    private Gap Left(FieldInCode field, TableInCode after)
    {
        var candidates = after.Fields.Where(other => other.Container == field.Container && field.Table.TryFind(other.Path!) is null && !IsNamed(other) && ReadsAs(field, other)).ToList();
        var line = candidates.Count == 1 ? $"up.Rename(Old.{field.Text}, {candidates[0].Text});" : $"up.Drop(Old.{field.Text});";

        return new(GapKind.FieldVanishes, $"{field.Table.Name}.{field.Path}", line);
    }

    private static Gap Unfilled(FieldInCode field, TableInCode before, GapKind kind)
    {
        var line = DefaultOf(field.Type) is { } value
            ? $"up.Fill({field.Text}, {value});"
            : $"up.Fill({field.Text}, Old.{before.Text}, (old, _) => throw new System.NotImplementedException());";

        return new(kind, $"{field.Table.Name}.{field.Path}", line);
    }

    /// <summary>Whether a field before has to be there after, unless a step names it, what holds it or what is below it.</summary>
    private bool IsComparable(FieldInCode field, TableInCode after) =>
        field.Role != RoleInCode.Key && !IsNamed(field) && !IsPartNamed(field) && IsContainerKept(field, field.Table, after);

    private bool IsNew(FieldInCode field, TableInCode before) =>
        field.Role == RoleInCode.Required && before.TryFind(field.Path!) is null && !IsNamed(field) && !IsPartNamed(field) && IsContainerKept(field, before, field.Table);

    /// <summary>Whether the document that holds a field is the same before and after: what a step does to it as a whole, it does to its fields.</summary>
    private bool IsContainerKept(FieldInCode field, TableInCode before, TableInCode after) =>
        HoldersOf(field.Container).All(holder => before.TryFind(holder) is { } old && after.TryFind(holder) is { } @new && !IsNamed(old) && !IsNamed(@new) && old.Type.TypeKind == @new.Type.TypeKind);

    /// <summary>The fields on the way to a nested document: <c>home</c> and <c>home.rooms</c> for <c>home.rooms[]</c>.</summary>
    private static IEnumerable<string> HoldersOf(string container)
    {
        for (var way = container.TrimEnd('[', ']', '{', '}'); way.Length > 0; way = way.Substring(0, System.Math.Max(0, way.LastIndexOf('.'))).TrimEnd('[', ']', '{', '}'))
            yield return way;
    }

    private bool IsPartNamed(FieldInCode field) =>
        field.Table.Fields.Any(inner => inner.Path!.Length > field.Path!.Length && inner.Path.StartsWith(field.Path, System.StringComparison.Ordinal) && inner.Path[field.Path.Length] is '.' or '[' or '{' && IsNamed(inner));

    private bool IsNamed(TableInCode table) => _steps.Any(step => step.Names(table) || table.Fields.Any(step.Names));

    private bool IsNamed(FieldInCode field) => _steps.Any(step => step.Names(field));

    /// <summary>Whether values need no conversion. A reference takes the type of new keys by itself.</summary>
    private bool ReadsAs(FieldInCode old, FieldInCode @new) => _steps.Any(step => step.Verb is "Rekey" or "Merge")
        || (StoredType.Of(old.Type) is var stored && stored.ReadsAs(StoredType.Of(@new.Type)) && (!stored.HoldsEnum || old.IsEnumByNumber == @new.IsEnumByNumber));

    /// <summary>A value that fills a field of a plain type; null where there is none to guess.</summary>
    private static string? DefaultOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "false",
        >= SpecialType.System_SByte and <= SpecialType.System_Double => "0",
        _ => null,
    };

    private static string Shown(FieldInCode field) => field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
