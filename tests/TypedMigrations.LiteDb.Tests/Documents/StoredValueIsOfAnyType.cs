using System.Collections.Immutable;
using CsCheck;
using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Old data holds anything. Whether it fits and whether it is read is one answer, and reading it breaks nothing.</summary>
public sealed class StoredValueIsOfAnyType
{
    private static readonly Type[] Types =
    [
        typeof(string), typeof(char), typeof(Uri), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeSpan), typeof(Guid), typeof(ObjectId), typeof(byte[]),
        typeof(Color), typeof(Rights), typeof(Small), typeof(Large), typeof(Unsigned), typeof(object), typeof(BsonValue), typeof(BsonDocument), typeof(BsonArray),
        typeof(DbRef<int>), typeof(DbRef<string>), typeof(List<DbRef<ObjectId>>), typeof(int[]), typeof(int?[]), typeof(List<string>), typeof(HashSet<int>), typeof(SortedSet<string>), typeof(ImmutableArray<long>),
        typeof(ImmutableHashSet<Color>), typeof(List<List<int>>), typeof(Dictionary<string, int>), typeof(Dictionary<int, object>), typeof(Dictionary<Color, int?>), typeof(SortedDictionary<string, BsonValue>),
        typeof(Dictionary<string, List<string>>), typeof(List<object>), typeof(HashSet<object>),
    ];

    [TestCaseSource(nameof(Types))]
    public void AndFitsIfAndOnlyIfItIsRead(Type type)
    {
        var codec = Values.CodecOf(type);
        var (fitting, others) = (0, 0);
        RandomValues.Bson.Where(value => !value.IsNull).Sample(value =>
        {
            var stored = Values.Stored(value);
            var isRead = IsRead(() => codec.Read(stored));
            Interlocked.Increment(ref isRead ? ref fitting : ref others);
            return codec.Fits(stored) == isRead;
        }, iter: 3_000);
        Assert.That(fitting, Is.GreaterThan(0), "No random value fitted.");
        Assert.That(others, type == typeof(object) || type == typeof(BsonValue) ? Is.Zero : Is.GreaterThan(0));
    }

    [Test]
    public void AndARecordFitsIfAndOnlyIfItIsRead()
    {
        var codec = new RecordCodec(Values.SchemaOf(PartTable.Table).Record);
        var (fitting, others) = (0, 0);
        RandomValues.Bson.Where(value => value.IsDocument).Sample(value =>
        {
            var stored = Values.Stored(value).AsDocument;
            var isRead = IsRead(() => codec.Read(stored));
            Interlocked.Increment(ref isRead ? ref fitting : ref others);
            return codec.Fits(stored) == isRead;
        }, iter: 20_000);
        Assert.That(Math.Min(fitting, others), Is.GreaterThan(0));
    }

    [Test]
    public void AndAMisfitNamesTheInnermostField()
    {
        var codec = new RecordCodec(Values.SchemaOf(PartTable.Table).Record);
        var document = new BsonDocument { ["_id"] = 1, ["parts"] = new BsonArray { new BsonDocument { ["number"] = 1, ["a"] = new BsonDocument { ["text"] = 5 } } } };

        Assert.That(Assert.Throws<ValueMisfitException>(() => codec.Read(document))!.Message, Is.EqualTo("field parts[].a.text: int instead of string"));
    }

    private static bool IsRead(Func<object> read)
    {
        try
        {
            return read() is not null;
        }
        catch (ValueMisfitException)
        {
            return false;
        }
    }
}

public sealed record Whole(int Id, int? Number, string? Text, IReadOnlyList<Part>? Parts, Inner? A);

public sealed record Part(int Number, Inner? A);

public sealed record Inner(string? Text);

public static class PartTable
{
    public static readonly Table<Whole> Table = new("wholes");
    public static readonly Field<Whole, int> Id = Table.Key(w => w.Id);
    public static readonly Field<Whole, int?> Number = Table.Optional("number", w => w.Number);
    public static readonly Field<Whole, string?> Text = Table.Optional("text", w => w.Text);
    public static readonly Field<Whole, Inner?> A = Table.Optional("a", w => w.A);
    public static readonly Field<Whole, string?> AText = A.Optional("text", a => a.Text);
    public static readonly Field<Whole, IReadOnlyList<Part>?> Parts = Table.Optional("parts", w => w.Parts);
    public static readonly Field<Whole, int> PartNumber = Parts.Each().Required("number", p => p.Number);
    public static readonly Field<Whole, Inner?> PartA = Parts.Each().Optional("a", p => p.A);
    public static readonly Field<Whole, string?> PartAText = PartA.Optional("text", a => a.Text);
}
