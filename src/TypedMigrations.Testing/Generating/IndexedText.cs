using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>How long the texts of a table may be where an index holds them: stores limit what an index holds.</summary>
internal sealed class IndexedText(TableSchema table, GeneratedValues said)
{
    public int MostLetters(FieldSchema field)
    {
        var most = table.Indexes.Select(index => MostLetters(index, field)).Append(TextValues.Long).Min();
        return field.IsKey || said.IsShort(field.Declaration) || IsReferenceToKey(field) ? Math.Min(most, TextValues.Indexed) : most;
    }

    /// <summary>A reference may become a part of another document's key.</summary>
    private bool IsReferenceToKey(FieldSchema field) => table.References.Any(reference => reference.From == field.Declaration);

    private static int MostLetters(IndexSchema index, FieldSchema field)
    {
        // What an expression makes of the fields, only the store knows: all texts of the table are short then.
        if (index.IsExpression)
            return TextValues.PartOfIndexed;

        var indexed = FieldPath.WithoutMarks(index.On);
        if (field.Path == indexed)
            return TextValues.Indexed;
        return field.Path.StartsWith(indexed + ".", StringComparison.Ordinal) || field.Path.StartsWith(indexed + "[", StringComparison.Ordinal) || field.Path.StartsWith(indexed + "{", StringComparison.Ordinal)
            ? TextValues.PartOfIndexed
            : TextValues.Long;
    }
}
