using System.Globalization;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>All that a database holds at one time.</summary>
internal sealed class Content
{
    private static readonly TableContent None = new([]);

    private readonly Dictionary<string, TableContent> _tables;

    private Content(Dictionary<string, TableContent> tables) => _tables = tables;

    public IReadOnlyDictionary<string, TableContent> Tables => _tables;

    public TableContent this[string table] => _tables.GetValueOrDefault(table, None);

    public static Content Read(ITestDatabase database) => new(database.Tables.ToDictionary(table => table, table => new TableContent(database.Documents(table))));
}

/// <summary>The documents of one table, found by key and by mark.</summary>
internal sealed class TableContent
{
    private readonly Dictionary<string, StoredDocument> _byKey;
    private readonly Lazy<ILookup<string, StoredDocument>> _byMark;
    private readonly Lazy<HashSet<string>> _keys;

    public TableContent(IReadOnlyList<StoredDocument> documents)
    {
        Documents = documents;
        _byKey = documents.ToDictionary(document => StoredText.Of(document.Key));
        _byMark = new(() => documents.ToLookup(document => Planting.MarkOf(document.Fields) ?? ""));
        _keys = new(() => [.. documents.Select(document => LooseText.Of(document.Key))]);
    }

    public IReadOnlyList<StoredDocument> Documents { get; }

    public StoredDocument? ByKey(object key) => _byKey.GetValueOrDefault(StoredText.Of(key));

    public IEnumerable<StoredDocument> ByMark(string mark) => _byMark.Value[mark];

    /// <summary>Whether a value leads to a document.</summary>
    public bool HasKey(object key) => _keys.Value.Contains(LooseText.Of(key));
}

/// <summary>Values as text that is equal where a store may take them for equal: whatever the case of letters, and the type of a number.</summary>
internal static class LooseText
{
    public static string Of(object? value) => value switch
    {
        string text => Convert.ToHexString(CultureInfo.InvariantCulture.CompareInfo.GetSortKey(text, CompareOptions.IgnoreCase).KeyData),
        int or long => $"number {value}",
        IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> => StoredText.Of(value).ToUpperInvariant(),
        _ => StoredText.Of(value),
    };
}
