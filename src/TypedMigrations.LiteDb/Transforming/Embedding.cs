using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Makes array elements of the documents that refer to a document.</summary>
internal sealed class Embedding
{
    private readonly EmbedDocuments _step;
    private readonly FieldSchema _target;
    private readonly StateBeforeReader _reader;
    private readonly MisfitLog _misfits;
    private readonly TableSchema _from;
    private readonly RecordCodec _read;
    private readonly ValueCodec _write;

    public Embedding(EmbedDocuments step, FieldSchema target, StateBeforeReader reader, MisfitLog misfits)
    {
        _step = step;
        _target = target;
        _reader = reader;
        _misfits = misfits;
        _from = reader.TableOf(step.Reference)!;
        _read = new RecordCodec(_from.Record);
        _write = ValueCodec.Of(target.Type.Element!, target.Nested);
    }

    /// <summary>The array with its new elements; null where there are none.</summary>
    public BsonValue? Embed(BsonValue? there, DocumentPlace place)
    {
        var documents = _reader.FindDocuments(_step.Reference, place.Key);
        if (documents.Count == 0)
            return there is null && _target.IsRequired ? new BsonArray() : null;
        if (there is not (null or { IsNull: true } or { IsArray: true }))
            throw new ValueMisfitException($"{ValueCodec.Describe(there)} instead of an array");

        var array = there is { IsArray: true } ? new BsonArray(there.AsArray.AsEnumerable()) : [];
        foreach (var document in documents)
            array.Add(ElementOf(document));
        _misfits.Touched(_step, documents.Count);
        return array;
    }

    private BsonValue ElementOf(BsonDocument document)
    {
        if (_step.Function(_read.Read(document)) is not { } element)
            throw new ValueMisfitException("null for an element, though each document becomes one");
        var written = _write.Write(element);
        Undeclared.CarryOver(document, _target.Type.Element!, _from.Record, written, _target.Nested);
        return written;
    }
}
