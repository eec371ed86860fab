using CsCheck;
using TypedMigrations.Testing.Generating;
using TypedMigrations.Testing.Tests.Generating.Kinds;
using TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;
using Sample = System.Collections.Generic.IReadOnlyDictionary<TypedMigrations.Schemas.TableSchema, System.Collections.Generic.IReadOnlyList<object>>;

namespace TypedMigrations.Testing.Tests.Generating;

public sealed class PropertyFails
{
    private static readonly GeneratedValues NothingSaid = new();

    [Test]
    public void ItShrinksByDrawingToOneDocument()
    {
        var smallest = default(Sample);

        Assert.That(() => Version<KindsModule>.Random().Sample(sample => !HasMostByte(sample), iter: 20_000, print: sample => (smallest = sample).ToString()!), Throws.TypeOf<CsCheckException>());

        Assert.That(smallest!.Documents(), Is.EqualTo(1));
        Assert.That(HasMostByte(smallest!));
    }

    [Test]
    public void ItShrinksByChangesToOneDocumentWithOneOddValue()
    {
        foreach (var failing in Version<KindsModule>.Samples(2_000).Where(sample => HasAnInt(sample, int.MinValue)).Take(20))
        {
            var (smallest, tries) = Smallest(failing, sample => HasAnInt(sample, int.MinValue));

            Assert.That(smallest.Documents(), Is.EqualTo(1));
            Assert.That(smallest.Records<Scalars>().Single(), Has.Property(nameof(Scalars.Note)).Null.And.Property(nameof(Scalars.Text)).EqualTo("a").And.Property(nameof(Scalars.Long)).Zero);
            Assert.That(tries, Is.LessThan(300));
        }
    }

    [Test]
    public void ItShrinksToPlainPartsOfTheRecordThatFails()
    {
        var failing = Version<KindsModule>.Samples(2_000).First(sample => HasPhone(sample, Rights.Own) && sample.Records<Person>().Any(person => person.Phones.Count > 2));

        var person = Smallest(failing, sample => HasPhone(sample, Rights.Own)).Found.Records<Person>().Single();

        Assert.That(person.Phones.Single(), Is.EqualTo(new Phone("a", person.Id, Rights.Own)));
        Assert.That(person.Home, Is.EqualTo(new Address("a", null, null)));
    }

    [Test]
    public void ItShrinksToTheElementAndTheEntryThatFail()
    {
        var failing = Version<KindsModule>.Samples(2_000).First(sample => HasEmptyText(sample) && sample.Records<Maps>().Any(item => item.Immutable.Count > 2));

        Assert.That(Smallest(failing, HasEmptyText).Found.Records<Collections>().Single().Lists, Is.EqualTo(new[] { new[] { "" } }));
        Assert.That(Smallest(failing, sample => sample.Records<Maps>().Any(item => item.Immutable.Count > 1)).Found.Records<Maps>().Single().Immutable, Has.Count.EqualTo(2));
    }

    [Test]
    public void DocumentsThatMustBeThereStay()
    {
        foreach (var failing in Version<KindsModule>.Samples(300).Where(sample => sample.Records<Order>().Count > 2).Take(20))
        {
            var smallest = Smallest(failing, sample => sample.Records<Order>().Count > 1).Found;

            var (orders, persons) = (smallest.Records<Order>(), smallest.Records<Person>());
            Assert.That(orders, Has.Count.EqualTo(2));
            Assert.That(orders.Select(order => order.PersonId).Concat(orders.Select(order => order.Buyer.Id)).Distinct(), Is.EquivalentTo(persons.Select(person => person.Id)));
        }
    }

    [Test]
    public void UniqueValuesStayUnique()
    {
        foreach (var failing in Version<KindsModule>.Samples(300).Where(sample => sample.Records<Person>().Count > 3).Take(20))
        {
            var persons = Smallest(failing, sample => sample.Records<Person>().Count > 3).Found.Records<Person>();

            Assert.That(persons, Has.Count.EqualTo(4));
            Assert.That(persons.Select(person => person.Email), Is.Unique.And.Some.EqualTo("a"));
        }
    }

    [Test]
    public void WhatTheAuthorSaidStays()
    {
        var said = new GeneratedValues();
        said.Set(ScalarTable.Text, Gen.Const("as said"));
        var failing = Version<KindsModule>.Samples(100, said).First(sample => sample.Records<Scalars>().Count > 0);

        var smallest = RandomRecords.Smallest(Version<KindsModule>.Schema, said, failing, sample => sample.Records<Scalars>().Count > 0);

        Assert.That(smallest.Records<Scalars>().Single().Text, Is.EqualTo("as said"));
    }

    [Test]
    public void NoMoreTriesAreMadeThanAllowed()
    {
        var tries = 0;

        RandomRecords.Smallest(Version<KindsModule>.Schema, NothingSaid, Version<KindsModule>.Samples(50).MaxBy(RandomSample.Documents)!, _ => ++tries % 2 == 0, tries: 10);

        Assert.That(tries, Is.EqualTo(10));
    }

    private static (Sample Found, int Tries) Smallest(Sample failing, Func<Sample, bool> fails)
    {
        var tries = 0;
        var found = RandomRecords.Smallest(Version<KindsModule>.Schema, NothingSaid, failing, sample =>
        {
            tries++;
            return fails(sample);
        });
        return (found, tries);
    }

    private static bool HasAnInt(Sample sample, int value) => sample.Records<Scalars>().Any(item => item.MaybeInt == value);

    private static bool HasMostByte(Sample sample) => sample.Records<Scalars>().Any(item => item.Byte == byte.MaxValue);

    private static bool HasEmptyText(Sample sample) => sample.Records<Collections>().Any(item => item.Lists.Any(list => list.Contains("")));

    private static bool HasPhone(Sample sample, Rights rights) => sample.Records<Person>().Any(person => person.Phones.Any(phone => phone.Rights == rights));
}
