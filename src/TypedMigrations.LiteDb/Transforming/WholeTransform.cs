using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Carries out a step on documents as wholes.</summary>
internal sealed class WholeTransform(Step step, MisfitLog misfits, Func<BsonDocument, DocumentPlace, bool> apply)
{
    /// <summary>The steps on the documents of one table. A whole conversion comes first and the author's own code last, in whichever order they were named.</summary>
    public static IEnumerable<WholeTransform> Of(IReadOnlyList<Step> steps, TableSchema before, TableSchema after, Surroundings surroundings, MisfitLog misfits)
    {
        foreach (var convert in steps.OfType<ConvertTable>())
            yield return new WholeTransform(convert, misfits, Convert(convert, before, after, surroundings));
        if (steps.OfType<RenameType>().ToList() is [var first, ..] renames)
            yield return new WholeTransform(first, misfits, new TypeRenaming(renames, misfits).Apply) { CountsItself = true };
        foreach (var step in steps.Where(step => step is not (ConvertTable or RenameType)))
            yield return new WholeTransform(step, misfits, step is CustomDocuments custom ? (document, place) => custom.Run(document, place.Key) : throw new InvalidOperationException($"LiteDB has no way to carry out the step '{step.Words}'."));
    }

    private bool CountsItself { get; init; }

    public bool Apply(BsonDocument document, DocumentPlace place)
    {
        var changed = misfits.TryMake(step, place, field: null, () => apply(document, place), out var made) && made;
        if (changed && !CountsItself)
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
}
