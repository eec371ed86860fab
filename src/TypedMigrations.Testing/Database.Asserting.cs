using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing;

public sealed partial class Database
{
    /// <summary>Fails unless a table has a number of documents.</summary>
    /// <param name="table">The table as any version declares it.</param>
    /// <param name="expected">How many.</param>
    /// <returns>This database.</returns>
    /// <exception cref="MigrationAssertionException">It has more or fewer.</exception>
    public Database AssertCount(Table table, int expected)
    {
        var found = Count(table);
        return found == expected ? this : throw Fails($"Table {table.Name} has {found:N0} documents instead of {expected:N0}.", []);
    }

    /// <summary>Fails unless a table has the document that a record says, field by field. What the record does not declare does not count.</summary>
    /// <param name="table">The table as any version declares it.</param>
    /// <param name="expected">The record; its key says which document.</param>
    /// <returns>This database.</returns>
    /// <exception cref="MigrationAssertionException">There is no document with its key, or a field differs. All differing fields are in the message.</exception>
    public Database AssertHas<TRecord>(Table<TRecord> table, TRecord expected) where TRecord : class
    {
        var schema = SchemaOf(table);
        var key = schema.KeyOf(expected) ?? throw new ArgumentException("The key of the record is null.", nameof(expected));
        if (Find(table, key) is not { } found)
            throw Fails($"Table {table.Name} has no document {ValueText.Of(key)}.", [("the table has", KeysOf(table.Name))]);

        var differences = RecordComparison.Differences(schema, expected, found).ToList();
        return differences.Count == 0 ? this
            : throw Fails($"Document {ValueText.Of(key)} of table {table.Name} is not as expected.", differences.Select(difference => ($"field {difference.Path}", difference.Words)));
    }

    /// <summary>Fails if a table has a document with a key.</summary>
    /// <param name="table">The table as any version declares it.</param>
    /// <param name="key">The key, of the type that the record has.</param>
    /// <returns>This database.</returns>
    /// <exception cref="MigrationAssertionException">There is one.</exception>
    public Database AssertNone<TRecord>(Table<TRecord> table, object key) where TRecord : class
    {
        CheckKey(SchemaOf(table), key);
        return _database.Documents(table.Name).FirstOrDefault(document => StoredText.Of(document.Key) == StoredText.Of(key)) is not { } found ? this
            : throw Fails($"Table {table.Name} has a document {ValueText.Of(key)}, though it should not.", [("document", ValueText.Of(found.Fields))]);
    }

    /// <summary>Fails unless the documents of some tables are exactly as they were before the last run, undeclared fields and types of values too.</summary>
    /// <param name="tables">The names of the tables; they need not be declared.</param>
    /// <returns>This database.</returns>
    /// <exception cref="MigrationAssertionException">A document is gone, new, or differs. The first ten differences are in the message.</exception>
    /// <exception cref="InvalidOperationException">There was no run yet.</exception>
    public Database AssertUnchanged(params IEnumerable<string> tables)
    {
        if (_beforeLastRun is null)
            throw new InvalidOperationException("Nothing was migrated yet: call MigrateTo or MigrateToLatest first.");

        var differences = tables.SelectMany(table => StoredComparison.Differences(table, _beforeLastRun.Documents(table), _database.Documents(table))).ToList();
        return differences.Count == 0 ? this : throw Fails("Documents are not as they were before the last run.", differences.Select(difference => (difference.Place, difference.Words)));
    }

    private string KeysOf(string table)
    {
        var keys = _database.Documents(table).Select(document => ValueText.Of(document.Key)).ToList();
        return keys.Count == 0 ? "no document" : string.Join(", ", keys.Take(5)) + (keys.Count > 5 ? $" and {keys.Count - 5:N0} more" : "");
    }

    private MigrationAssertionException Fails(string what, IEnumerable<(string Label, string Value)> facts) =>
        new($"{what}\n{FactsText.Of([("database at", _at), .. facts])}");
}
