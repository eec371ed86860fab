using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>References as <c>mapper.Entity&lt;T&gt;().DbRef</c> keeps them.</summary>
public sealed class DocumentsAreReferred
{
    private readonly BsonMapper _mapper = new();
    private readonly RecordCodec _codec = new(Values.SchemaOf(OrderTable.Table).Record);

    public DocumentsAreReferred() => _mapper.Entity<LiveOrder>().DbRef(order => order.Customer, "customers").DbRef(order => order.Others, "customers");

    [Test]
    public void AndAreReadAsTheMapperWroteThem()
    {
        var document = _mapper.ToDocument(new LiveOrder { Id = 1, Customer = new LiveCustomer { Id = 5, Name = "x" }, Others = [new LiveCustomer { Id = 6 }, new LiveVip { Id = 7 }] });

        var order = (Order)_codec.Read(document);

        Assert.That(document["Others"][1]["$type"].IsString, Is.True, "The mapper adds the class of a derived one.");
        Assert.That(order.Customer, Is.EqualTo(new DbRef<int>(5, "customers")));
        Assert.That(order.Others, Is.EqualTo(new[] { new DbRef<int>(6, "customers"), new DbRef<int>(7, "customers") }));
    }

    [Test]
    public void AndAreReadByTheMapperAsWeWriteThem()
    {
        var written = _codec.Write(new Order(1, new DbRef<int>(5, "customers"), [new DbRef<int>(6, "customers")]));

        var order = _mapper.ToObject<LiveOrder>(written);

        Assert.That(Values.Same(written, _mapper.ToDocument(order)), Is.True);
        Assert.That((order.Customer!.Id, order.Others!.Single().Id), Is.EqualTo((5, 6)));
    }

    [Test]
    public void OrNotAtAll()
    {
        var written = _codec.Write(new Order(1, null, null));

        Assert.That(Values.Same(written, _mapper.ToDocument(new LiveOrder { Id = 1 })), Is.True);
        Assert.That(_codec.Read(written), Is.EqualTo(new Order(1, null, null)));
    }

    public sealed record Order(int Id, DbRef<int>? Customer, IReadOnlyList<DbRef<int>>? Others);

    public static class OrderTable
    {
        public static readonly Table<Order> Table = new("orders");
        public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
        public static readonly Field<Order, DbRef<int>?> Customer = Table.Optional("Customer", o => o.Customer);
        public static readonly Field<Order, IReadOnlyList<DbRef<int>>?> Others = Table.Optional("Others", o => o.Others);
    }

    public sealed class LiveOrder
    {
        public int Id { get; set; }

        public LiveCustomer? Customer { get; set; }

        public List<LiveCustomer>? Others { get; set; }
    }

    public class LiveCustomer
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    public sealed class LiveVip : LiveCustomer;
}
