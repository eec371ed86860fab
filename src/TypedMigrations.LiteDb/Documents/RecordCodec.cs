using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Reads records from documents and writes documents from records, by the declared fields alone.</summary>
internal sealed class RecordCodec
{
    private readonly RecordShape _shape;
    private readonly ValueCodec[] _codecs;

    public RecordCodec(RecordShape shape)
    {
        _shape = shape;
        _codecs = [.. shape.Fields.Select(field => ValueCodec.Of(field.Type, field.Nested))];
    }

    /// <summary>Whether a document can be read.</summary>
    public bool Fits(BsonDocument document)
    {
        for (var i = 0; i < _codecs.Length; i++)
        {
            if (document.TryGetValue(_shape.Fields[i].Name, out var value) && !value.IsNull && !_codecs[i].Fits(value))
                return false;
        }

        return true;
    }

    /// <summary>Reads a record. A missing field and null give the default of the property's type.</summary>
    /// <exception cref="ValueMisfitException">A value is not of the declared type; the message names the field.</exception>
    public object Read(BsonDocument document)
    {
        var values = new object?[_codecs.Length];
        var i = 0;
        try
        {
            for (; i < values.Length; i++)
            {
                if (document.TryGetValue(_shape.Fields[i].Name, out var value) && !value.IsNull)
                    values[i] = _codecs[i].Read(value);
            }
        }
        catch (ValueMisfitException exception) when (!exception.NamesField)
        {
            throw exception.In(_shape.Fields[i].Path);
        }

        return _shape.Create(values);
    }

    /// <summary>Writes a record. A property that is null is left out, as LiteDB's mapper leaves it out.</summary>
    /// <exception cref="ValueMisfitException">A required property is null, or a value would be cut; the message names the field.</exception>
    public BsonDocument Write(object record)
    {
        var values = new object?[_codecs.Length];
        _shape.Read(record, values);
        var document = new BsonDocument();
        var i = 0;
        try
        {
            for (; i < values.Length; i++)
                Write(document, _shape.Fields[i], _codecs[i], values[i]);
        }
        catch (ValueMisfitException exception) when (!exception.NamesField)
        {
            throw exception.In(_shape.Fields[i].Path);
        }

        return document;
    }

    private static void Write(BsonDocument document, FieldSchema field, ValueCodec codec, object? value)
    {
        var written = value is null ? BsonValue.Null : codec.Write(value);
        if (written.IsNull && field.IsRequired)
            throw new ValueMisfitException("null, though the field is required");
        if (value is not null)
            document[field.Name] = written;
    }
}
