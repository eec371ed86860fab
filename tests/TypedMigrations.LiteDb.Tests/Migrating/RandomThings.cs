using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Migrating;

/// <summary>Makes documents as many versions of a program may have left them: fields missing, null, odd, in another case, and others that nobody declares.</summary>
internal sealed class RandomThings(Random random)
{
    public BsonDocument Thing(int id)
    {
        var thing = new BsonDocument { ["_id"] = id };
        Maybe(thing, random.Next(2) == 0 ? "Name" : "NAME", Word);
        Maybe(thing, "count", Number);
        Maybe(thing, "box", Box);
        // What moves into a record needs one, or a place for one.
        if (!thing.TryGetValue("box", out var box) || box.IsNull || box.IsDocument)
            Maybe(thing, "place", Word);
        Maybe(thing, "items", () => List(Item));
        Maybe(thing, "tag", Word);
        Maybe(thing, "codes", () => List(Word));
        AddUndeclared(thing, "own");
        return thing;
    }

    private BsonValue Box()
    {
        var box = new BsonDocument();
        Maybe(box, "label", Word);
        Maybe(box, "size", Number);
        Record(box, "lid", lid =>
        {
            Maybe(lid, "color", Word);
            Maybe(lid, "shape", Word);
            AddUndeclared(lid, "of_lid");
        });
        AddUndeclared(box, "of_box");
        return box;
    }

    private BsonValue Item()
    {
        var item = new BsonDocument();
        Maybe(item, "nr", Word);
        Maybe(item, "amount", Number);
        Record(item, "note", note =>
        {
            Maybe(note, "text", Word);
            AddUndeclared(note, "of_note");
        });
        AddUndeclared(item, "of_item");
        return item;
    }

    /// <summary>A field that is missing, null, as declared, or anything.</summary>
    private void Maybe(BsonDocument document, string name, Func<BsonValue> declared)
    {
        switch (random.Next(8))
        {
            case 0 or 1:
                break;
            case 2:
                document[name] = BsonValue.Null;
                break;
            case 3:
                document[name] = Anything(2);
                break;
            default:
                document[name] = declared();
                break;
        }
    }

    /// <summary>A record that is hoisted: it may be missing or null, but nothing else.</summary>
    private void Record(BsonDocument document, string name, Action<BsonDocument> fill)
    {
        var record = new BsonDocument();
        fill(record);
        if (random.Next(4) > 0)
            document[name] = random.Next(4) > 0 ? record : BsonValue.Null;
    }

    private void AddUndeclared(BsonDocument document, string prefix)
    {
        for (var i = random.Next(3); i > 0; i--)
            document[$"{prefix}{i}"] = Anything(3);
    }

    private BsonValue Anything(int depth) => random.Next(depth > 0 ? 10 : 8) switch
    {
        0 => BsonValue.Null,
        1 => Word(),
        2 => Number(),
        3 => random.NextInt64(),
        4 => random.NextDouble(),
        5 => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(28)),
        6 => new BsonValue(new Guid(random.Next(), 1, 2, new byte[8])),
        7 => DateTime.UnixEpoch.AddMilliseconds(random.NextInt64(2_000_000_000_000)),
        8 => List(() => Anything(depth - 1)),
        _ => new BsonDocument(Enumerable.Range(0, random.Next(3)).ToDictionary(i => i == 0 ? "nr" : $"more{i}", _ => Anything(depth - 1))),
    };

    private BsonValue List(Func<BsonValue> element) => new BsonArray(Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(8) == 0 ? Anything(1) : element()).ToList());

    private BsonValue Word() => new string[] { "", " ", "a", "b c", "Ä", "null" }[random.Next(6)];

    private BsonValue Number() => random.Next(-5, 5);
}
