using CsCheck;
using TypedMigrations.Testing.Generating;
using TypedMigrations.Testing.Tests.Generating.Clocks;
using TypedMigrations.Testing.Tests.Generating.Clocks.M20240101_Clocks;
using TypedMigrations.Testing.Tests.Generating.Kinds;
using TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;
using TypedMigrations.Testing.Tests.Generating.Unknown;
using TypedMigrations.Testing.Tests.Generating.Unknown.M20240101_Unknown;

namespace TypedMigrations.Testing.Tests.Generating;

public sealed class AuthorSaysWhatFieldsHold
{
    private const int Samples = 200;

    [Test]
    public void AFieldHoldsIt()
    {
        var values = new GeneratedValues();
        values.Set(ScalarTable.Long, Gen.Long[7, 9]);

        Assert.That(Version<KindsModule>.Records<Scalars>(Samples, values).Select(item => item.Long).Distinct(), Is.EquivalentTo(new[] { 7, 8, 9 }));
    }

    [Test]
    public void AnOptionalFieldIsNullWhereTheAuthorSaysSo()
    {
        var values = new GeneratedValues();
        values.Set(ScalarTable.Note, Gen.OneOf<string?>("x", null));

        Assert.That(Version<KindsModule>.Records<Scalars>(Samples, values).Select(item => item.Note).Distinct(), Is.EquivalentTo(new[] { "x", null }));
    }

    [Test]
    public void KeysAreOfThemAndStillDiffer()
    {
        var values = new GeneratedValues();
        values.Set(PersonTable.Id, Gen.OneOf("p1", "P1", "p2"));

        var samples = Version<KindsModule>.Samples(Samples, values).Select(sample => sample.Records<Person>().Select(person => person.Id.ToLowerInvariant()).ToList()).ToList();

        Assert.That(samples, Has.All.Unique);
        Assert.That(samples.SelectMany(keys => keys).Distinct(), Is.EquivalentTo(new[] { "p1", "p2" }));
    }

    [Test]
    public void FieldsOfNestedRecordsAndOfElementsHoldIt()
    {
        var values = new GeneratedValues();
        values.Set(PersonTable.Street, Gen.Const<string?>("here"));
        values.Set(PersonTable.Number, Gen.Const("112"));

        var persons = Version<KindsModule>.Records<Person>(Samples, values).ToList();

        Assert.That(persons.Select(person => person.Home.Street), Has.All.EqualTo("here"));
        Assert.That(persons.SelectMany(person => person.Phones).Select(phone => phone.Number).Distinct(), Is.EqualTo(new[] { "112" }));
    }

    [Test]
    public void EveryFieldOfATypeHoldsIt()
    {
        var values = new GeneratedValues();
        values.Set(Gen.Const((Half)0.5));

        Assert.That(Version<UnknownModule>.Records<Thing>(Samples, values).Select(thing => thing.Size), Is.Not.Empty.And.All.EqualTo((Half)0.5));
    }

    [Test]
    public void TextsOfAFieldThatALaterVersionIndexesAreShort()
    {
        var values = new GeneratedValues();
        values.KeepShort(ScalarTable.Text);

        Assert.That(Version<KindsModule>.Records<Scalars>(2_000, values).Select(item => item.Text.Length).Max(), Is.GreaterThan(100).And.LessThan(200));
    }

    [Test]
    public void ReferencesIntoAnotherModuleLeadToTheKeysThatTheTestKnows()
    {
        var values = new GeneratedValues();
        values.SetKeys(PersonTable.Table, ["ann", "bob"]);

        Assert.That(Version<ClocksModule>.Records<Clock>(Samples, values).Select(clock => clock.OwnerId).Distinct(), Is.EquivalentTo(new[] { "ann", "bob" }));
        Assert.That(Version<ClocksModule>.Records<Clock>(Samples).Select(clock => clock.OwnerId).Distinct().Count(), Is.GreaterThan(2));
    }

    [Test]
    public void ATypeThatNobodyKnowsIsAnErrorThatSaysWhatToWrite() => Assert.That(
        () => Version<UnknownModule>.Random(),
        Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("No random values are known for field things.size, which is a half. Say what it holds: options.Values(ThingTable.Size, Gen.Const(…))."));
}
