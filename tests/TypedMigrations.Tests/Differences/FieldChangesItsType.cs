using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Differences;

public sealed class FieldChangesItsType
{
    private static Table<One<T>> Accounts<T>(out Field<One<T>, T> age, bool required = true, EnumStorage enums = EnumStorage.Name)
    {
        var table = new Table<One<T>>("accounts");
        table.Key(a => a.Id);
        age = required ? table.Required("age", a => a.First, enums) : table.Optional("age", a => a.First, enums);
        return table;
    }

    [Test]
    public void IsAProblemWithTheLineToAdd() => Assert.That(Difference.Between(Accounts<string>(out _), Accounts<int>(out _)).Text, Is.EqualTo(
        """
        TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.age changes its type without a conversion.
          before  string
          after   int
        Add to Up: up.Convert(Old.AccountsTable.Age, AccountsTable.Age, value => …);
        """));

    [Test]
    public void IsAccountedForByAConversion()
    {
        var difference = Difference.Between(Accounts<string>(out var old), Accounts<int>(out var now), up => up.Convert(old, now, text => text.Length));

        Assert.That(difference.Text, Is.Empty);
        Assert.That(difference.Changes, Is.EqualTo(["convert field accounts.age by text => text.Length"]));
    }

    [Test]
    public void CannotBeConvertedAndDropped() => Assert.That(Difference.Between(Accounts<string>(out var old), Accounts<int>(out var now), up =>
    {
        up.Convert(old, now, text => text.Length);
        up.Drop(old);
    }).Text, Is.EqualTo(
        """
        TM2106: Migration 20201027_ManyRoles of module Accounts: field accounts.age is claimed by 2 steps.
          step  convert field accounts.age by text => text.Length
          step  drop field accounts.age
        Keep one of them.
        """));

    [Test]
    public void NeedsAFillWhenItBecomesRequired() => Assert.That(Difference.Between(Accounts<int?>(out _, required: false), Accounts<int>(out _)).Text, Is.EqualTo(
        """
        TM2102: Migration 20201027_ManyRoles of module Accounts: field accounts.age was optional and is now required, and nothing fills it where it is missing.
        Add to Up: up.Fill(AccountsTable.Age, …);
        """));

    [Test]
    public void NeedsNothingWhenItBecomesOptional() =>
        Assert.That(Difference.Between(Accounts<int>(out _), Accounts<int?>(out _, required: false)).Text, Is.Empty);

    [Test]
    public void NeedsNoConversionFromAnArrayToAList() =>
        Assert.That(Difference.Between(Accounts<int[]>(out _), Accounts<IReadOnlyList<int>>(out _)).Text, Is.Empty);

    [Test]
    public void NeedsAConversionWhenElementsChange() => Assert.That(
        Difference.Between(Accounts<int[]>(out _), Accounts<long[]>(out _)).Problems.Single().Facts, Is.EqualTo([("before", "list of int"), ("after", "list of long")]));

    [Test]
    public void NeedsAConversionWhenValuesOfAMapChange() => Assert.That(
        Difference.Between(Accounts<Dictionary<string, int>>(out _), Accounts<IReadOnlyDictionary<string, string>>(out _)).Problems.Single().Code, Is.EqualTo(ErrorCode.TypeChanged));

    public enum Two { Red, Green }

    public enum Three { Red, Green, Blue }

    public enum Renumbered { Green, Red }

    [Test]
    public void MayBeAnEnumerationThatGainsAMember() =>
        Assert.That(Difference.Between(Accounts<Two>(out _), Accounts<Three>(out _)).Text, Is.Empty);

    [Test]
    public void MayNotBeAnEnumerationThatLosesAMember() => Assert.That(Difference.Between(Accounts<Three>(out _), Accounts<Two>(out _)).Text, Is.EqualTo(
        """
        TM2103: Migration 20201027_ManyRoles of module Accounts: field accounts.age changes its type without a conversion.
          before  enum as name (Red=0, Green=1, Blue=2)
          after   enum as name (Red=0, Green=1)
        Add to Up: up.Convert(Old.AccountsTable.Age, AccountsTable.Age, value => …);
        """));

    [Test]
    public void MayNotBeAnEnumerationWhoseNumbersMove() =>
        Assert.That(Difference.Between(Accounts<Two>(out _, enums: EnumStorage.Number), Accounts<Renumbered>(out _, enums: EnumStorage.Number)).Problems, Has.Count.EqualTo(1));

    [Test]
    public void MayNotBeAnEnumerationThatIsStoredOtherwise() =>
        Assert.That(Difference.Between(Accounts<Two>(out _), Accounts<Two>(out _, enums: EnumStorage.Number)).Problems.Single().Code, Is.EqualTo(ErrorCode.TypeChanged));

    [Test]
    public void IsOneProblemWhenARecordBecomesAList()
    {
        var old = Accounts<Part<string>>(out var home);
        home.Required("city", h => h.First);
        var now = Accounts<Part<string>[]>(out var homes);
        homes.Each().Required("city", h => h.First);

        Assert.That(Difference.Between(old, now).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.TypeChanged]));
    }
}
