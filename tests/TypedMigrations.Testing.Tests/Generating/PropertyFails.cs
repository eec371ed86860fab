using CsCheck;
using TypedMigrations.Schemas;
using TypedMigrations.Testing.Tests.Generating.Kinds;
using TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;

namespace TypedMigrations.Testing.Tests.Generating;

public sealed class PropertyFails
{
    [Test]
    public void TheCaseShrinksToOneDocumentWithOneOddValue()
    {
        var smallest = Smallest(sample => sample.Records<Scalars>().All(item => item.MaybeInt != int.MaxValue));

        Assert.That(smallest.Documents(), Is.EqualTo(1));
        Assert.That(smallest.Records<Scalars>().Single().Note, Is.Null);
    }

    [Test]
    public void TheCaseShrinksToTwoDocumentsWhereTwoMustMeet()
    {
        var smallest = Smallest(sample => sample.Records<Person>().All(person => person.FriendId is null || person.FriendId == person.Id));

        Assert.That(smallest.Documents(), Is.LessThanOrEqualTo(2));
    }

    private static IReadOnlyDictionary<TableSchema, IReadOnlyList<object>> Smallest(Func<IReadOnlyDictionary<TableSchema, IReadOnlyList<object>>, bool> property)
    {
        IReadOnlyDictionary<TableSchema, IReadOnlyList<object>>? smallest = null;
        Assert.That(() => Version<KindsModule>.Random().Sample(property, iter: 20_000, print: sample =>
        {
            smallest = sample;
            return "";
        }), Throws.TypeOf<CsCheckException>());
        return smallest!;
    }
}
