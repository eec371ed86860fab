using LiteDB;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Renames type discriminators in a document and all that is nested in it, in one pass: two types may change names.</summary>
internal sealed class TypeRenaming(IReadOnlyList<RenameType> steps, MisfitLog misfits)
{
    private const string Discriminator = "_type";

    private readonly HashSet<RenameType> _done = [];

    /// <summary>Says whether anything changed.</summary>
    public bool Apply(BsonDocument document, DocumentPlace place)
    {
        _done.Clear();
        Rename(document);
        foreach (var step in _done)
            misfits.Touched(step);
        return _done.Count > 0;
    }

    private void Rename(BsonValue value)
    {
        if (value.IsDocument)
        {
            if (value.AsDocument.TryGetValue(Discriminator, out var type) && type.IsString && steps.FirstOrDefault(step => step.From == type.AsString) is { } found)
            {
                value.AsDocument[Discriminator] = found.To;
                _done.Add(found);
            }

            foreach (var inner in value.AsDocument.Values)
                Rename(inner);
        }
        else if (value.IsArray)
        {
            foreach (var inner in value.AsArray)
                Rename(inner);
        }
    }
}
