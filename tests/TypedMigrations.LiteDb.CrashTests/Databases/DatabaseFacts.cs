using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using LiteDB;

namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>All that a database holds: every document with every field, the indexes and the pragmas, read by LiteDB alone.</summary>
internal sealed partial class DatabaseFacts
{
    private static readonly string[] PragmaNames = ["USER_VERSION", "COLLATION", "TIMEOUT", "LIMIT_SIZE", "UTC_DATE", "CHECKPOINT"];

    /// <summary>The documents of each collection by the text of their key, journal and audit trail included.</summary>
    public Dictionary<string, Dictionary<string, BsonDocument>> Collections { get; } = new(StringComparer.Ordinal);

    /// <summary>The documents as texts that can be compared, made once: hundreds of comparisons share one state before and one after.</summary>
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _texts = new(StringComparer.Ordinal);

    /// <summary>Such as <c>accounts: unique idx_accounts_email on $.email</c>; those on keys left out.</summary>
    public SortedSet<string> Indexes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Pragmas { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids in the journal.</summary>
    public IReadOnlyList<string> Journal => !Collections.TryGetValue("_migrations", out var journal)
        ? []
        : [.. journal.Values.Where(entry => entry.ContainsKey("id")).Select(entry => $"{entry["kind"].AsString} {entry["id"].AsString}").Order(StringComparer.Ordinal)];

    /// <summary>Reads a copy of a file and its log, so that looking changes nothing: LiteDB writes to what it opens.</summary>
    public static DatabaseFacts Read(string path, string? password = null)
    {
        var aside = Directory.CreateTempSubdirectory("crash-tests-aside-").FullName;
        try
        {
            var copy = Path.Combine(aside, "aside.db");
            File.Copy(path, copy);
            if (File.Exists(LogOf(path)))
                File.Copy(LogOf(path), LogOf(copy));
            return ReadOpened(copy, password);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    /// <summary>Where LiteDB has the log of a file.</summary>
    public static string LogOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));

    /// <summary>The key of a document as a text: LiteDB's values have no hash code that fits their equality.</summary>
    public static string KeyOf(BsonDocument document) => BsonText.Of(document["_id"]);

    /// <summary>All but what a module has there: its tables and its entries in the journal.</summary>
    public DatabaseFacts Without(string module, IReadOnlyCollection<string> tables)
    {
        var rest = new DatabaseFacts();
        foreach (var (name, documents) in Collections.Where(item => !tables.Contains(item.Key)))
            rest.Collections[name] = name == "_migrations" ? documents.Where(entry => entry.Value["module"] != module).ToDictionary() : documents;
        rest.Indexes.UnionWith(Indexes.Where(index => !tables.Contains(index.Split(':')[0])));
        foreach (var (name, value) in Pragmas)
            rest.Pragmas[name] = value;
        return rest;
    }

    /// <summary>What is otherwise in another database, journal and audit trail left out, in words. Empty where nothing is.</summary>
    public IReadOnlyList<string> DifferencesFrom(DatabaseFacts expected)
    {
        var names = State(this).Union(State(expected)).Order(StringComparer.Ordinal);
        return
        [
            .. names.SelectMany(name => DifferencesOf(name, expected)),
            .. expected.Indexes.Except(Indexes).Select(index => $"missing index {index}"),
            .. Indexes.Except(expected.Indexes).Select(index => $"additional index {index}"),
            .. expected.Pragmas.Where(pragma => Pragmas[pragma.Key] != pragma.Value).Select(pragma => $"{pragma.Key} is {Pragmas[pragma.Key]} instead of {pragma.Value}"),
        ];
    }

    private static IEnumerable<string> State(DatabaseFacts facts) => facts.Collections.Keys.Where(name => name is not ("_migrations" or "_migrations_audit"));

    private IEnumerable<string> DifferencesOf(string collection, DatabaseFacts expected)
    {
        if (!Collections.ContainsKey(collection))
            return [$"missing collection {collection}"];
        if (!expected.Collections.ContainsKey(collection))
            return [$"additional collection {collection}"];

        var (mine, theirs) = (Texts(collection), expected.Texts(collection));
        var wrong = theirs.Where(document => mine.GetValueOrDefault(document.Key) != document.Value)
            .Select(document => $"{collection}: {mine.GetValueOrDefault(document.Key, "nothing")}\n    instead of {document.Value}");
        var additional = mine.Where(document => !theirs.ContainsKey(document.Key)).Select(document => $"{collection}: additional {document.Value}");
        return [.. wrong.Take(5), .. additional.Take(5)];
    }

    private Dictionary<string, string> Texts(string collection) =>
        _texts.GetOrAdd(collection, name => Collections[name].ToDictionary(document => document.Key, document => BsonText.Of(document.Value)));

    /// <summary>The names that the library gives to the indexes beside the declared ones.</summary>
    [GeneratedRegex("^idx_.*(_lookup|_lk[0-9a-f]{6})$")]
    private static partial Regex LookupName();

    private static DatabaseFacts ReadOpened(string path, string? password)
    {
        var facts = new DatabaseFacts();
        using var database = new LiteDatabase(new ConnectionString { Filename = path, Password = password });
        foreach (var name in database.GetCollectionNames())
            facts.Collections[name] = database.GetCollection(name).FindAll().ToDictionary(KeyOf);
        using (var indexes = database.Execute("SELECT $ FROM $indexes"))
        {
            while (indexes.Read())
                facts.AddIndex(indexes.Current.AsDocument);
        }

        foreach (var pragma in PragmaNames)
            facts.Pragmas[pragma] = Convert.ToString(database.Pragma(pragma).RawValue, CultureInfo.InvariantCulture)!;
        return facts;
    }

    private void AddIndex(BsonDocument index)
    {
        if (index["name"] == "_id" || index["collection"].AsString is "_migrations" or "_migrations_audit")
            return;

        var unique = index["unique"].AsBoolean ? "unique " : "";
        Indexes.Add($"{index["collection"].AsString}: {unique}{LookupName().Replace(index["name"].AsString, "(lookup)")} on {index["expression"].AsString}");
    }
}
