using CsCheck;
using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Tests.Verifying;

/// <summary>Holds the scan against a slow count of the same documents, path by path.</summary>
public sealed class RandomDocumentsAreCounted : RealSchemaTest
{
    private static readonly BsonValue[] Plain = [BsonValue.Null, 1, 2L, 1.5, "x", true, ObjectId.Empty, Guid.Empty];
    private static readonly string[] Spellings = ["a", "A", "b", "c", "d.e"];
    private static readonly Gen<BsonValue> Scalars = Gen.Int[0, Plain.Length - 1].Select(i => Plain[i]);
    private static readonly Gen<string> FieldNames = Gen.Int[0, Spellings.Length - 1].Select(i => Spellings[i]);
    private static readonly Gen<BsonValue> Values = Gen.Recursive<BsonValue>((depth, value) => depth > 3
        ? Scalars
        : Gen.OneOf(Scalars, Gen.Dictionary(FieldNames, value)[0, 3].Select(fields => (BsonValue)DocumentOf(fields)), value.List[0, 3].Select(list => (BsonValue)new BsonArray(list))));

    private int _round;

    [Test]
    public void AndEveryCountIsRight() => Gen.Dictionary(FieldNames, Values)[0, 4].Select(DocumentOf).List[1, 20].Sample(
        documents =>
        {
            var table = $"round{_round++}";
            Put(table, [.. documents.Select((document, i) => new BsonDocument(document) { ["_id"] = i })]);
            var real = Read().GetAwaiter().GetResult().Real.TryFind(table)!;
            using (var database = OpenWithLiteDb())
                database.DropCollection(table);
            return real.Documents == documents.Count && Counted(real).SequenceEqual(Slowly(documents));
        },
        iter: 40, threads: 1);

    private static BsonDocument DocumentOf(Dictionary<string, BsonValue> fields)
    {
        var document = new BsonDocument();
        foreach (var (name, value) in fields)
            document[name] = value;
        return document;
    }

    /// <summary>A line for each path and type: in how many documents, how many values; and for each path how many lack it.</summary>
    private static IEnumerable<string> Counted(RealTable table) => table.Fields.Where(field => field.Name != "_id").SelectMany(Lines).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(RealField field)
    {
        var path = field.Path.ToLowerInvariant();
        var types = field.Nulls.Values > 0 ? field.Types.Append(new RealType("null", field.Nulls)) : field.Types;
        return types.Select(type => $"{path} {type.Name} {type.Count.Documents} {type.Count.Values}")
            .Append($"{path} missing {field.Missing}").Append($"{path} found {field.Found.Documents} {field.Found.Values}")
            .Concat(field.Fields.SelectMany(Lines)).Concat(field.Elements is null ? [] : Lines(field.Elements));
    }

    private static IEnumerable<string> Slowly(List<BsonDocument> documents)
    {
        var found = new List<(string Path, string Type, int Document)>();
        var containers = new List<string>();
        for (var i = 0; i < documents.Count; i++)
            Look(documents[i], "", i, found, containers);

        foreach (var path in found.Select(item => item.Path).Distinct().ToList())
        {
            // The container of a path is what is left of its last name; elements lack nothing.
            var missing = path.EndsWith("[]", StringComparison.Ordinal) ? 0 : containers.Count(container => container == ContainerOf(path)) - found.Count(item => item.Path == path);
            found.AddRange(Enumerable.Repeat((path, "missing", 0), missing));
        }

        var paths = found.GroupBy(item => item.Path).SelectMany(group => group.Where(item => item.Type != "missing").GroupBy(item => item.Type)
            .Select(type => $"{group.Key} {type.Key} {type.Select(item => item.Document).Distinct().Count()} {type.Count()}")
            .Append($"{group.Key} missing {group.Count(item => item.Type == "missing")}")
            .Append($"{group.Key} found {group.Where(item => item.Type != "missing").Select(item => item.Document).Distinct().Count()} {group.Count(item => item.Type != "missing")}"));
        return paths.Order(StringComparer.Ordinal);
    }

    private static string ContainerOf(string path)
    {
        const string quoted = "[\"d.e\"]";
        return path.EndsWith(quoted, StringComparison.Ordinal) ? path[..^quoted.Length] : path[..Math.Max(0, path.LastIndexOf('.'))];
    }

    private static void Look(BsonDocument document, string container, int number, List<(string Path, string Type, int Document)> found, List<string> containers)
    {
        containers.Add(container);
        foreach (var (name, value) in document)
            Look(value, name == "d.e" ? container + "[\"d.e\"]" : container.Length == 0 ? name.ToLowerInvariant() : $"{container}.{name.ToLowerInvariant()}", number, found, containers);
    }

    private static void Look(BsonValue value, string path, int number, List<(string Path, string Type, int Document)> found, List<string> containers)
    {
        found.Add((path, value.Type switch
        {
            BsonType.Int32 => "int",
            BsonType.Int64 => "long",
            BsonType.Boolean => "bool",
            BsonType.Document => "record",
            BsonType.Array => "list",
            _ => value.Type.ToString().ToLowerInvariant(),
        }, number));
        if (value.IsDocument)
            Look(value.AsDocument, path, number, found, containers);
        foreach (var item in value.IsArray ? value.AsArray.AsEnumerable() : [])
            Look(item, path + "[]", number, found, containers);
    }
}
