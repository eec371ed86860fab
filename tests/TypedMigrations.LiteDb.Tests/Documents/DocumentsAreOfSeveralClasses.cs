using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>A class hierarchy of the application, read and written as one record with the discriminator <c>_type</c>.</summary>
public sealed class DocumentsAreOfSeveralClasses
{
    private static readonly string DogName = new BsonMapper().ToDocument<LiveAnimal>(new LiveDog())["_type"].AsString;

    private readonly BsonMapper _mapper = new();
    private readonly RecordCodec _codec = new(Values.SchemaOf(AnimalTable.Table).Record);

    [Test]
    public void AndAreReadAsTheMapperWroteThem()
    {
        var written = Values.Stored(_mapper.ToDocument<LiveAnimal>(Pack())).AsDocument;

        var animal = (Animal)_codec.Read(written);

        Assert.That(animal with { Others = null }, Is.EqualTo(new Animal(1, DogName, "Rex", 4, new Nested(DogName, 2, null, 3), null)));
        Assert.That(animal.Others, Is.EqualTo(new[] { new Nested(DogName, 3, "Ben", 5), new Nested(null, 4, "Tom", null) }));
    }

    [Test]
    public void AndAreReadByTheMapperAsWeWriteThem()
    {
        var mappers = _mapper.ToDocument<LiveAnimal>(Pack());

        var ours = Values.Stored(_codec.Write(_codec.Read(mappers))).AsDocument;

        Assert.That(Values.Same(ours, mappers), Is.True, ours.ToString());
        var read = (LiveDog)_mapper.ToObject<LiveAnimal>(ours);
        Assert.That((read.Legs, ((LiveDog)read.Friend!).Legs, read.Others![0].GetType(), read.Others[1].GetType()), Is.EqualTo((4, 3, typeof(LiveDog), typeof(LiveAnimal))));
    }

    [Test]
    public void AndAreReadFromACollectionOfTheBaseClass()
    {
        using var database = new LiteDatabase(new MemoryStream(), new BsonMapper());
        database.GetCollection("animals").Insert([_codec.Write(new Animal(1, DogName, "Rex", 4, null, null)), _codec.Write(new Animal(2, null, "Tom", null, null, null))]);

        var animals = database.GetCollection<LiveAnimal>("animals").FindAll().ToList();

        Assert.That(animals.Select(animal => animal.GetType()), Is.EqualTo(new[] { typeof(LiveDog), typeof(LiveAnimal) }));
        Assert.That(((LiveDog)animals[0]).Legs, Is.EqualTo(4));
    }

    private static LiveDog Pack() => new()
    {
        Id = 1, Name = "Rex", Legs = 4, Friend = new LiveDog { Id = 2, Legs = 3 },
        Others = [new LiveDog { Id = 3, Name = "Ben", Legs = 5 }, new LiveAnimal { Id = 4, Name = "Tom" }],
    };

    public sealed record Animal(int Id, string? Type, string? Name, int? Legs, Nested? Friend, IReadOnlyList<Nested>? Others);

    public sealed record Nested(string? Type, int Id, string? Name, int? Legs);

    public static class AnimalTable
    {
        public static readonly Table<Animal> Table = new("animals");
        public static readonly Field<Animal, int> Id = Table.Key(a => a.Id);
        public static readonly Field<Animal, string?> Type = Table.Optional("_type", a => a.Type);
        public static readonly Field<Animal, string?> Name = Table.Optional("Name", a => a.Name);
        public static readonly Field<Animal, int?> Legs = Table.Optional("Legs", a => a.Legs);
        public static readonly Field<Animal, Nested?> Friend = Table.Optional("Friend", a => a.Friend);
        public static readonly Field<Animal, string?> FriendType = Friend.Optional("_type", n => n.Type);
        public static readonly Field<Animal, int> FriendId = Friend.Required("_id", n => n.Id);
        public static readonly Field<Animal, string?> FriendName = Friend.Optional("Name", n => n.Name);
        public static readonly Field<Animal, int?> FriendLegs = Friend.Optional("Legs", n => n.Legs);
        public static readonly Field<Animal, IReadOnlyList<Nested>?> Others = Table.Optional("Others", a => a.Others);
        public static readonly Field<Animal, string?> OtherType = Others.Each().Optional("_type", n => n.Type);
        public static readonly Field<Animal, int> OtherId = Others.Each().Required("_id", n => n.Id);
        public static readonly Field<Animal, string?> OtherName = Others.Each().Optional("Name", n => n.Name);
        public static readonly Field<Animal, int?> OtherLegs = Others.Each().Optional("Legs", n => n.Legs);
    }

    public class LiveAnimal
    {
        public int Id { get; set; }

        public string? Name { get; set; }

        public LiveAnimal? Friend { get; set; }

        public LiveAnimal[]? Others { get; set; }
    }

    public sealed class LiveDog : LiveAnimal
    {
        public int Legs { get; set; }
    }
}
