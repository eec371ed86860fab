using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Makes the new stored values of a step from the old stored ones. Null stands for a field that is missing.</summary>
internal static class ValueMaking
{
    public static Func<BsonValue?[], BsonValue?[]> Of(FieldChange change, Surroundings surroundings, MisfitLog misfits) => change.Step switch
    {
        ConvertFields convert => Convert(change, convert),
        ParseJsonField => ParseJson(change),
        WriteJsonField => values => [JsonText.Of(values[0]!)],
        UnwrapField when change.Follows is null => values => [Unwrap(values[0]!)],
        WrapField when change.Follows is null => Wrap(change),
        CopyField when change.Follows is null => values => [Clone(values[0]!)],
        { KeepsValues: true } when change.Follows is { } follows => Follow(change, follows, surroundings, misfits),
        { KeepsValues: true } and not HoistRecord => values => [values[0]],
        _ => _ => [],
    };

    /// <summary>Makes the new values by the author's rule for values that do not fit; null where there is no rule.</summary>
    public static Func<BsonValue?[], BsonValue?[]>? ByRule(FieldChange change)
    {
        if (change.Step.Misfits.Convert is not { } rule)
            return null;

        var write = WritersOf(change);
        return values =>
        {
            var old = values.Length == 1 ? Untyped.Read(values[0]!) : values.Select(value => value is null ? null : Untyped.Read(value)).ToList();
            return Write(write, write.Length == 1 ? [rule(old)] : Parts((System.Runtime.CompilerServices.ITuple?)rule(old), write.Length));
        };
    }

    private static Func<BsonValue?[], BsonValue?[]> Convert(FieldChange change, ConvertFields step)
    {
        var read = change.Sources.Select(source => ValueCodec.Of(source.Type, source.Nested)).ToArray();
        var write = WritersOf(change);
        var isSingle = change.Sources.Count == 1 && change.Targets.Count == 1;
        return values =>
        {
            var old = new object?[values.Length];
            for (var i = 0; i < old.Length; i++)
                old[i] = values[i] is null or { IsNull: true } ? null : read[i].Read(values[i]!);
            var made = Write(write, step.Verb == "map" ? Mapped(step, old) : step.Function(old));
            if (isSingle && made[0] is { } single)
                Undeclared.CarryOver(values[0]!, change.Sources[0].Type, change.Sources[0].Nested, single, change.Targets[0].Nested);
            return made;
        };
    }

    private static object?[] Mapped(ConvertFields step, object?[] old)
    {
        try
        {
            return step.Function(old);
        }
        catch (KeyNotFoundException)
        {
            throw new ValueMisfitException("a value that the table of the step does not name");
        }
    }

    private static ValueCodec[] WritersOf(FieldChange change) => [.. change.Targets.Select(target => ValueCodec.Of(target.Type, target.Nested))];

    private static BsonValue?[] Write(ValueCodec[] write, object?[] made)
    {
        var isSplit = write.Length > 1;
        var values = new BsonValue?[made.Length];
        for (var i = 0; i < made.Length; i++)
            values[i] = made[i] is { } value ? write[i].Write(value) : isSplit ? null : BsonValue.Null;
        return values;
    }

    private static object?[] Parts(System.Runtime.CompilerServices.ITuple? tuple, int count) => [.. Enumerable.Range(0, count).Select(i => tuple?[i])];

    private static Func<BsonValue?[], BsonValue?[]> ParseJson(FieldChange change)
    {
        var target = change.Targets[0];
        var codec = ValueCodec.Of(target.Type, target.Nested);
        return values =>
        {
            if (!values[0]!.IsString)
                throw new ValueMisfitException($"{ValueCodec.Describe(values[0]!)} instead of JSON in a string");
            var parsed = JsonValue.Parse(values[0]!.AsString, target.Type, target.Nested);
            // Reading it proves that it fits, nested records and their required fields too.
            if (!parsed.IsNull)
                codec.Read(parsed);
            return [parsed];
        };
    }

    /// <summary>A program that was ahead of its data may have written arrays already: they stay, unless arrays are what is to be wrapped.</summary>
    private static Func<BsonValue?[], BsonValue?[]> Wrap(FieldChange change)
    {
        var holdsArrays = change.Sources[0].Type.Kind is ValueKind.List or ValueKind.Untyped or ValueKind.Other;
        return values => [values[0]!.IsArray && !holdsArrays ? values[0] : Wrap(values[0]!)];
    }

    private static BsonValue Wrap(BsonValue value) => value.IsNull ? value : new BsonArray(value);

    private static BsonValue Unwrap(BsonValue value)
    {
        if (value.IsNull)
            return value;
        if (!value.IsArray)
            throw new ValueMisfitException($"{ValueCodec.Describe(value)} instead of an array");
        return value.AsArray.Count switch
        {
            0 => BsonValue.Null,
            1 => value.AsArray[0],
            var count => throw new ValueMisfitException($"an array of {count:N0} elements"),
        };
    }

    private static Func<BsonValue?[], BsonValue?[]> Follow(FieldChange change, ReferenceWork follows, Surroundings surroundings, MisfitLog misfits)
    {
        var following = new ReferenceFollowing(follows, surroundings.Keys, () => misfits.Kept(change.Step));
        Func<BsonValue, BsonValue> last = change.Step switch
        {
            WrapField => Wrap,
            UnwrapField => Unwrap,
            CopyField => Clone,
            _ => value => value,
        };
        return values => [last(following.Follow(values[0]!))];
    }

    /// <summary>A nested document that stands in two places must be two, or a change of the one would be one of the other.</summary>
    private static BsonValue Clone(BsonValue value) => value switch
    {
        { IsDocument: true } => new BsonDocument(value.AsDocument.ToDictionary(pair => pair.Key, pair => Clone(pair.Value))),
        { IsArray: true } => new BsonArray(value.AsArray.Select(Clone)),
        _ => value,
    };
}
