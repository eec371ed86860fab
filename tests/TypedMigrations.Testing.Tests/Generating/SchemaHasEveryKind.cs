using System.Collections;
using System.Globalization;
using System.Text;
using CsCheck;
using TypedMigrations.Schemas;
using TypedMigrations.Testing.Tests.Generating.Kinds;
using TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;

namespace TypedMigrations.Testing.Tests.Generating;

/// <summary>What is promised of every sample.</summary>
public sealed class SchemaHasEveryKind
{
    private const int LargestIndexedText = 1_021;

    [Test]
    public void KeysDifferWhateverTheirCase() => ForAll(sample =>
    {
        foreach (var (table, records) in sample)
            AssertDiffer(table.Name, records.Select(record => table.KeyOf(record)));
    });

    [Test]
    public void UniqueValuesDifferWhateverTheirCase() => ForAll(sample =>
    {
        AssertDiffer("idx_double", sample.Records<Scalars>().Select(item => (object?)(item.Double + 0.0)));
        AssertDiffer("idx_at", sample.Records<Scalars>().Select(item => (object?)item.At));
        AssertDiffer("idx_letter", sample.Records<Scalars>().Select(item => (object?)item.Letter.ToString()));
        AssertDiffer("idx_email", sample.Records<Person>().Select(item => item.Email));
        AssertDiffer("idx_nick", sample.Records<Person>().Select(item => item.Nick).Where(nick => !string.IsNullOrEmpty(nick)));
        AssertDiffer("idx_home_city", sample.Records<Person>().Select(item => item.Home.City));
        AssertDiffer("idx_lower", sample.Records<Profile>().Select(item => item.Text.ToLowerInvariant()));
        AssertDiffer("idx_person_price", sample.Records<Order>().Select(item => (object?)(item.PersonId.ToUpperInvariant(), item.Price)));
        AssertDiffer("idx_up", sample.Records<Flag>().Select(item => (object?)item.Up));
    });

    [Test]
    public void RequiredFieldsAreThere() => ForAll(sample =>
    {
        foreach (var (table, records) in sample)
        {
            var required = table.Record.Fields.Where(field => field.IsRequired).Select(field => table.Record.Fields.ToList().IndexOf(field)).ToList();
            var values = new object?[table.Record.Fields.Count];
            foreach (var record in records)
            {
                table.Record.Read(record, values);
                Assert.That(required.Any(i => values[i] is null or ""), Is.False, $"{table.Name}: {record}");
            }
        }
    });

    [Test]
    public void RequiredReferencesLeadToADocument() => ForAll(sample =>
    {
        var persons = sample.Records<Person>().Select(person => person.Id).ToHashSet();
        var orders = sample.Records<Order>();
        AssertLead(orders.SelectMany(order => order.Others.Select(other => other.Id).Append(order.PersonId).Append(order.Buyer.Id)), persons);
        AssertLead(orders.Select(order => order.Buyer.Collection), ["persons"]);
        AssertLead(sample.Records<Profile>().Select(profile => profile.Id), persons);
        AssertLead(sample.Records<Person>().SelectMany(person => person.Phones).Select(phone => phone.OwnerId), persons);
        AssertLead(sample.Records<Person>().SelectMany(person => person.Orders), [.. sample.Records<Flag>().Select(flag => flag.Id)]);
    });

    [Test]
    public void KeysAndIndexedTextsFitIntoAnIndex() => ForAll(sample =>
    {
        var persons = sample.Records<Person>();
        var texts = persons.SelectMany(person => person.Phones.Select(phone => phone.Number).Concat([person.Id, person.Email, person.Home.City, person.Nick ?? ""]))
            .Concat(sample.Records<Collections>().SelectMany(item => item.Array)).Concat(sample.Records<Scalars>().Select(item => item.Note ?? ""));
        Assert.That(texts.Select(Encoding.UTF8.GetByteCount), Has.None.GreaterThan(LargestIndexedText));
        Assert.That(sample.Records<Scalars>().Select(item => item.Bytes.Length), Has.None.GreaterThan(LargestIndexedText));
    });

    [Test]
    public void TablesHaveFewDocuments() => ForAll(sample => Assert.That(sample.Values.Select(records => records.Count), Has.None.GreaterThan(8)));

    [Test]
    public void OneSeedGivesTheSameRecords()
    {
        var twice = Enumerable.Range(0, 2).Select(_ => Version<KindsModule>.Samples(200).ToList()).ToList();

        Assert.That(twice[0].Zip(twice[1]).All(pair => pair.First.All(table => SameParts.Are(table.Value, pair.Second[table.Key]))));
    }

    private static void ForAll(Action<IReadOnlyDictionary<TableSchema, IReadOnlyList<object>>> check) => Version<KindsModule>.Random().Sample(check, iter: 2_000);

    private static void AssertLead<T>(IEnumerable<T> references, HashSet<T> keys) => Assert.That(references.Except(keys), Is.Empty);

    private static void AssertDiffer(string what, IEnumerable<object?> values)
    {
        var all = values.ToList();
        var texts = all.OfType<string>().ToList();
        Assert.That(all, Is.Unique, what);
        foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, new("en-US"), new("tr-TR")])
        {
            texts.Sort((one, other) => culture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase));
            for (var i = 1; i < texts.Count; i++)
                Assert.That(culture.CompareInfo.Compare(texts[i - 1], texts[i], CompareOptions.IgnoreCase), Is.Not.Zero, $"{what}: '{texts[i - 1]}' and '{texts[i]}' in {culture}");
        }
    }
}
