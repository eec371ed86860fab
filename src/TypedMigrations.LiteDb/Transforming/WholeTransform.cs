using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Carries out one step on documents as wholes.</summary>
internal sealed class WholeTransform(Step step, MisfitLog misfits, Func<BsonDocument, DocumentPlace, bool> apply)
{
    public static WholeTransform Of(Step step, TableSchema before, TableSchema after, Surroundings surroundings, MisfitLog misfits) => new(step, misfits, step switch
    {
        ConvertTable convert => Convert(convert, before, after, surroundings),
        RenameType rename => (document, _) => Rename(document, rename),
        CustomDocuments custom => (document, place) => custom.Run(document, place.Key),
        _ => throw new InvalidOperationException($"LiteDB has no way to carry out the step '{step.Words}'."),
    });

    public bool Apply(BsonDocument document, DocumentPlace place)
    {
        var changed = misfits.TryMake(step, place, field: null, () => apply(document, place), out var made) && made;
        if (changed)
            misfits.Touched(step);
        return changed;
    }

    private static Func<BsonDocument, DocumentPlace, bool> Convert(ConvertTable step, TableSchema before, TableSchema after, Surroundings surroundings)
    {
        var codec = new RecordCodec(after.Record);
        return (document, place) =>
        {
            var made = codec.Write(step.Function(place.ReadRecord()!, surroundings.State!) ?? throw new ValueMisfitException("null for a document, though each one is converted"));
            if (made["_id"] != place.Key)
                throw new ValueMisfitException("another key: only up.Rekey and up.Merge change keys");

            Undeclared.CarryOver(document, before.Record, made, after.Record);
            document.Clear();
            foreach (var (name, value) in made)
                document[name] = value;
            return true;
        };
    }

    private static bool Rename(BsonValue value, RenameType step)
    {
        var changed = false;
        if (value.IsDocument)
        {
            if (value.AsDocument.TryGetValue("_type", out var type) && type.IsString && type.AsString == step.From)
            {
                value.AsDocument["_type"] = step.To;
                changed = true;
            }

            foreach (var inner in value.AsDocument.Values)
                changed |= Rename(inner, step);
        }
        else if (value.IsArray)
        {
            foreach (var inner in value.AsArray)
                changed |= Rename(inner, step);
        }

        return changed;
    }
}
