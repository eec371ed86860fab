using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>A database whose pages the library writes itself, and what must be in it.</summary>
public abstract class PagesTest
{
    private protected const string Table = "items";

    private readonly SortedDictionary<string, BsonDocument> _expected = new(StringComparer.Ordinal);

    private protected Random Random { get; private set; } = new();

    private protected WorkingMemory File { get; private set; } = null!;

    private protected Collation Collation { get; } = new("en-US/IgnoreCase");

    private protected MemoryStream Stored { get; private set; } = new();

    private string? _password;

    /// <summary>A page as it is stored, to be looked at or spoiled while the file is closed.</summary>
    private protected Span<byte> Page(uint id) => RawFile.Page(Stored.GetBuffer(), id);

    private protected PageReader OpenPages() => PageReader.Open(new MemoryStream(Stored.ToArray()), _password);

    private protected void Begin(int seed, string? password)
    {
        Random = new Random(seed);
        Stored = new MemoryStream();
        _password = password;
        File = new WorkingMemory(Stored, new EngineSettings { Password = password, Collation = Collation });
        _expected.Clear();
    }

    [TearDown]
    public void Close() => File?.Dispose();

    /// <summary>A document with a text of up to some bytes: mostly short, now and then of several pages.</summary>
    private protected BsonDocument Document(BsonValue key) => new()
    {
        ["_id"] = key,
        ["text"] = new string((char)Random.Next('a', 'z'), Random.Next(10) switch { 0 => Random.Next(40_000), 1 => Random.Next(7_000, 9_000), _ => Random.Next(900) }),
        ["number"] = Random.Next(100),
    };

    private protected void Expect(BsonDocument document) => _expected[document["_id"].ToString()] = document;

    private protected void Forget(BsonValue key) => _expected.Remove(key.ToString());

    private protected IEnumerable<BsonValue> Keys => [.. _expected.Values.Select(document => document["_id"])];

    /// <summary>LiteDB inserts, changes and removes documents.</summary>
    private protected void UseLiteDb(int times, Func<BsonValue> newKey)
    {
        for (var i = 0; i < times; i++)
        {
            var keys = Keys.ToList();
            var document = Document(keys.Count == 0 || Random.Next(3) == 0 ? newKey() : keys[Random.Next(keys.Count)]);
            if (Random.Next(4) == 0 && keys.Count > 0)
            {
                File.Engine.Delete(Table, [document["_id"]]);
                Forget(document["_id"]);
                continue;
            }

            File.Engine.Upsert(Table, [document], BsonAutoId.ObjectId);
            Expect(document);
        }
    }

    /// <summary>The file is put together as LiteDB leaves it, and LiteDB reads what it must hold, by the keys and by the numbers. So does the library.</summary>
    private protected void Check()
    {
        File.Close();
        FileStructure.Check(new MemoryStream(Stored.ToArray()), _password, Collation);
        using (var pages = OpenPages())
        {
            Assert.That(KeyedDocuments.Count(pages, Table), Is.EqualTo(_expected.Count));
            Assert.That(KeyedDocuments.Read(pages, Table).Select(placed => placed.Document.ToString()), Is.EqualTo(Read(new Query { OrderBy = BsonExpression.Create("$._id") })));
        }

        Assert.That(Read(new Query()), Is.EquivalentTo(_expected.Values.Select(document => document.ToString())));
        Assert.That(Read(new Query { OrderBy = BsonExpression.Create("$._id") }), Is.EqualTo(_expected.Values.OrderBy(document => document["_id"], KeyOrder.Of(Collation)).Select(document => document.ToString())));
        foreach (var key in Keys.Where(_ => Random.Next(20) == 0))
            Assert.That(TableReader.TryFind(File.Engine, Table, key)?.ToString(), Is.EqualTo(_expected[key.ToString()].ToString()));
        File.Close();
    }

    private List<string> Read(Query query)
    {
        using var reader = File.Engine.Query(Table, query);
        return [.. reader.ToEnumerable().Select(document => document.ToString())];
    }
}
