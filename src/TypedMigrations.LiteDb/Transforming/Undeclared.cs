using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Carries what no record declares from an old document to the one that was made from it, at any depth.</summary>
internal static class Undeclared
{
    /// <summary>Carries it from an old value to a new one. Elements of arrays go along where both have as many.</summary>
    /// <exception cref="Documents.ValueMisfitException">There is undeclared content and no place for it.</exception>
    public static void CarryOver(BsonValue old, FieldType type, RecordShape? declared, BsonValue @new, RecordShape? shape)
    {
        if (declared is null)
            return;
        switch (type.Kind)
        {
            case ValueKind.Record when old.IsDocument && (@new.IsDocument || HasUndeclared(old.AsDocument, declared)):
                Demand(@new.IsDocument, old);
                CarryOver(old.AsDocument, declared, @new.AsDocument, shape);
                break;
            case ValueKind.List when old.IsArray && @new.IsArray && old.AsArray.Count == @new.AsArray.Count:
                for (var i = 0; i < old.AsArray.Count; i++)
                    CarryOver(old.AsArray[i], type.Element!, declared, @new.AsArray[i], shape);
                break;
            case ValueKind.Map when old.IsDocument && @new.IsDocument:
                foreach (var (name, value) in old.AsDocument)
                {
                    if (@new.AsDocument.TryGetValue(name, out var same))
                        CarryOver(value, type.Element!, declared, same, shape);
                }

                break;
            case ValueKind.List or ValueKind.Map:
                Demand(!AnyUndeclared(old, type, declared), old);
                break;
        }
    }

    /// <summary>Carries what a record does not declare from an old document to a new one.</summary>
    /// <exception cref="Documents.ValueMisfitException">There is undeclared content and no place for it.</exception>
    public static void CarryOver(BsonDocument old, RecordShape declared, BsonDocument @new, RecordShape? shape)
    {
        foreach (var (name, value) in old)
        {
            if (Find(declared, name) is not { } field)
                Add(@new, name, value);
            else if (field.Nested is not null && @new.TryGetValue(name, out var inner) && shape is not null && Find(shape, name) is { Nested: { } nested })
                CarryOver(value, field.Type, field.Nested, inner, nested);
            else if (field.Nested is not null)
                Demand(!AnyUndeclared(value, field.Type, field.Nested), value);
        }
    }

    /// <summary>Refuses undeclared content at any depth of a value for which there is no place.</summary>
    /// <exception cref="Documents.ValueMisfitException">There is some.</exception>
    public static void DemandNone(BsonValue old, FieldType type, RecordShape declared) => Demand(!AnyUndeclared(old, type, declared), old);

    private static void Add(BsonDocument @new, string name, BsonValue value)
    {
        if (!@new.TryAdd(name, value) && @new[name] != value)
            throw new Documents.ValueMisfitException($"a field {name} that no constant declares, and the new value has another one of that name");
    }

    private static FieldSchema? Find(RecordShape shape, string name) => shape.Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool HasUndeclared(BsonDocument document, RecordShape declared) => document.Any(pair =>
        Find(declared, pair.Key) is not { } field
        || (field.Nested is not null && AnyUndeclared(pair.Value, field.Type, field.Nested)));

    private static bool AnyUndeclared(BsonValue value, FieldType type, RecordShape declared) => type.Kind switch
    {
        ValueKind.Record => value.IsDocument && HasUndeclared(value.AsDocument, declared),
        ValueKind.List => value.IsArray && value.AsArray.Any(item => AnyUndeclared(item, type.Element!, declared)),
        ValueKind.Map => value.IsDocument && value.AsDocument.Values.Any(item => AnyUndeclared(item, type.Element!, declared)),
        _ => false,
    };

    private static void Demand(bool hasPlace, BsonValue old)
    {
        if (!hasPlace)
            throw new Documents.ValueMisfitException($"{(old.IsArray ? "an array" : "a record")} with fields that no constant declares, for which the new value has no place");
    }
}
