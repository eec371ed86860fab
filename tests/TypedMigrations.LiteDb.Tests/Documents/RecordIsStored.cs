using CsCheck;
using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Nested records and lists of them: what we write LiteDB's mapper reads, what it writes we read, and both write the same.</summary>
public sealed class RecordIsStored
{
    private static readonly Gen<string?> Text = OrNull(RandomValues.Text);
    private static readonly Gen<Inner?> Inner = OrNull(Text.Select(text => new Inner(text)));
    private static readonly Gen<Part> Part = Gen.Select(Gen.Int, Inner).Select((number, inner) => new Part(number, inner));
    private static readonly Gen<Whole> Whole =
        Gen.Select(Gen.Int, Gen.OneOf(Gen.Int.Select(number => (int?)number), Gen.Const((int?)null)), Text, OrNull(Part.List[0, 4]), Inner)
            .Select((id, number, text, parts, inner) => new Whole(id, number, text, parts, inner));

    [Test]
    public void AsLiteDbStoresIt()
    {
        var codec = new RecordCodec(Values.SchemaOf(PartTable.Table).Record);
        using var mapper = new ThreadLocal<BsonMapper>(() => new BsonMapper { TrimWhitespace = false, EmptyStringToNull = false }.UseCamelCase());
        Whole.Sample(whole =>
        {
            var ours = Values.Stored(codec.Write(whole)).AsDocument;
            var mappers = Values.Stored(mapper.Value!.ToDocument(whole)).AsDocument;
            return Values.Same(ours, mappers) && codec.Fits(ours) && AreEqual((Whole)codec.Read(ours), whole) && AreEqual(mapper.Value.ToObject<Whole>(ours), whole);
        }, iter: 2_000);
    }

    private static bool AreEqual(Whole one, Whole other) =>
        one with { Parts = null } == other with { Parts = null } && (one.Parts is null ? other.Parts is null : other.Parts is not null && one.Parts.SequenceEqual(other.Parts));

    private static Gen<T?> OrNull<T>(Gen<T> values)
        where T : class => Gen.OneOf(values.Select(value => (T?)value), Gen.Const((T?)null));
}
