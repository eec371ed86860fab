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

    /// <summary>Reads a record. A missing field and null give the default of the property's type.</summary>
    /// <exception cref="ValueMisfitException">A value is not of the declared type; the message names the field.</exception>
    public object Read(BsonDocument document)
    {
        var values = new object?[_codecs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (document.TryGetValue(_shape.Fields[i].Name, out var value) && !value.IsNull)
                values[i] = InField(_shape.Fields[i], () => _codecs[i].Read(value));
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
        for (var i = 0; i < values.Length; i++)
        {
            var field = _shape.Fields[i];
            if (values[i] is { } value)
                document[field.Name] = InField(field, () => _codecs[i].Write(value));
            else if (field.IsRequired)
                throw new ValueMisfitException($"field {field.Path}: null, though the field is required");
        }

        return document;
    }

    private static T InField<T>(FieldSchema field, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (ValueMisfitException exception) when (!exception.Message.StartsWith("field ", StringComparison.Ordinal))
        {
            throw new ValueMisfitException($"field {field.Path}: {exception.Message}");
        }
    }
}
