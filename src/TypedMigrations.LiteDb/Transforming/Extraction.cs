using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Makes documents of the elements of an array, or of the entries of a map. Elements in are documents out.</summary>
internal sealed class Extraction
{
    private readonly ExtractWork _work;
    private readonly MisfitLog _misfits;
    private readonly Containers _containers;
    private readonly RecordCodec _record;
    private readonly RecordCodec _into;
    private readonly ValueCodec _array;
    private readonly FieldType _type;

    public Extraction(ExtractWork work, MisfitLog misfits)
    {
        _work = work;
        _misfits = misfits;
        _containers = new Containers(work.Elements.ContainerPath);
        _record = new RecordCodec(work.From.Record);
        _into = new RecordCodec(work.Into.Record);
        _type = work.Elements.Type;
        _array = ValueCodec.Of(_type, work.Elements.Nested);
    }

    public IReadOnlyList<BsonDocument> DocumentsOf(BsonDocument document)
    {
        var place = new DocumentPlace(_work.From.Name, document["_id"], OldRecord: null);
        return _misfits.TryMake(_work.Step, place, _work.Elements.Path, () => Make(document), out var made) ? made : [];
    }

    private List<BsonDocument> Make(BsonDocument document)
    {
        var made = new List<BsonDocument>();
        object? record = null;
        foreach (var container in _containers.In(document))
        {
            if (!container.TryGetValue(_work.Elements.Name, out var value) || value.IsNull)
                continue;

            record ??= _record.Read(document);
            var stored = value.IsDocument ? [.. value.AsDocument.Values] : value.IsArray ? value.AsArray.ToArray() : [];
            var place = 0;
            foreach (var element in (System.Collections.IEnumerable)_array.Read(value)!)
            {
                made.Add(DocumentOf(record, element, place, stored[place]));
                place++;
            }

            if (place != stored.Length)
                throw new ValueMisfitException($"{stored.Length:N0} elements of which {place:N0} can be read: a set that holds one value twice");
        }

        return made;
    }

    private BsonDocument DocumentOf(object record, object? element, int place, BsonValue stored)
    {
        if (stored.IsNull || element is null || _work.Step.Function(record, element, place) is not { } extracted)
            throw new ValueMisfitException($"null for element {place}, though each element becomes a document");

        var document = _into.Write(extracted);
        if (_work.Elements.Nested is { } nested && stored.IsDocument && _type.Element!.Kind == ValueKind.Record)
            Undeclared.CarryOver(stored.AsDocument, nested, document, _work.Into.Record);
        else if (_work.Elements.Nested is { } inner)
            Undeclared.DemandNone(stored, _type.Element!, inner);
        return document;
    }
}
