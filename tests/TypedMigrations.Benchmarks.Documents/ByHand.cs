using LiteDB;
using LiteDB.Engine;
using TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;

namespace TypedMigrations.Benchmarks.Documents;

/// <summary>What a user of LiteDB would write.</summary>
internal static class ByHand
{
    /// <summary>The bound: every document is read and inserted into a new file, which is brought to the disk.</summary>
    public static void ReadAndInsert(string file, string into)
    {
        using var source = new LiteEngine(file);
        using var target = new LiteEngine(into);
        target.Insert(People.Table, All(source), BsonAutoId.Int32);
        target.Checkpoint();
    }

    /// <summary>The best loop in place: one call, which is one transaction, over documents that are read meanwhile.</summary>
    public static void UpdateInOneCall(string file)
    {
        using var engine = new LiteEngine(file);
        engine.Update(People.Table, All(engine).Select(Rename));
        engine.Checkpoint();
    }

    /// <summary>The loop that comes to mind first.</summary>
    public static void Loop(string file, bool inTransaction)
    {
        using var database = new LiteDatabase(file);
        var people = database.GetCollection(People.Table);
        if (!inTransaction)
        {
            foreach (var person in people.FindAll())
                people.Update(Rename(person));
            return;
        }

        // Within a transaction LiteDB cannot go on reading what is updated.
        database.BeginTrans();
        foreach (var person in people.FindAll().ToList())
            people.Update(Rename(person));
        database.Commit();
    }

    /// <summary>Inserts records by LiteDB's mapper.</summary>
    public static void Insert(string file, int count)
    {
        using var database = new LiteDatabase(file);
        database.GetCollection<Person>(People.Table).Insert(BootstrapData.Records(count));
        database.Checkpoint();
    }

    public static void Read(string file)
    {
        using var engine = new LiteEngine(file);
        Console.WriteLine(All(engine).LongCount());
    }

    private static BsonDocument Rename(BsonDocument person)
    {
        person["remark"] = person["note"];
        person.Remove("note");
        return person;
    }

    private static IEnumerable<BsonDocument> All(LiteEngine engine)
    {
        using var reader = engine.Query(People.Table, new Query());
        while (reader.Read())
            yield return reader.Current.AsDocument;
    }
}
