using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Schemas;

public sealed class ConstantsAreWrong
{
    private static string Text(params Table[] tables) => string.Join("\n\n", Constants.Problems(tables));

    private static Table<T> Table<T>(string name = "accounts") where T : class => new(name);

    [Test]
    public void ATableWithoutAKeyIsAProblem() => Assert.That(Text(Table<None>()), Is.EqualTo(
        """
        TM2002: Table accounts of migration 20201027_ManyRoles has 0 keys.
        Declare one: public static readonly Field<None, string> Id = Table.Key(record => record.Id);
        """));

    [Test]
    public void ATableWithTwoKeysIsAProblem()
    {
        var table = Table<Two<string, string>>();
        table.Key(t => t.Id);
        table.Key(t => t.First);

        Assert.That(Text(table), Does.StartWith("TM2002: Table accounts of migration 20201027_ManyRoles has 2 keys."));
    }

    [Test]
    public void TwoTablesOfOneNameAreAProblem()
    {
        var (first, second) = (Table<None>(), Table<None>("Accounts"));
        first.Key(t => t.Id);
        second.Key(t => t.Id);

        Assert.That(Text(first, second), Is.EqualTo(
            """
            TM2003: Migration 20201027_ManyRoles declares 2 tables named accounts, Accounts in the constants.
            Give each a name of its own; names that differ only by case are the same to the store.
            """));
    }

    [Test]
    public void TwoFieldsOfOneNameAreAProblem()
    {
        var table = Table<Two<string, string>>();
        table.Key(t => t.Id);
        table.Required("email", t => t.First);
        table.Required("Email", t => t.Second);

        Assert.That(Text(table), Does.StartWith("TM2003: Migration 20201027_ManyRoles declares 2 fields named email, Email in table accounts."));
    }

    [Test]
    public void TwoFieldsOfOneNameInANestedRecordAreAProblem()
    {
        var table = Table<One<Parts<string, string>>>();
        table.Key(t => t.Id);
        var home = table.Required("home", t => t.First);
        home.Required("city", h => h.First);
        home.Required("city", h => h.Second);

        Assert.That(Text(table), Does.StartWith("TM2003: Migration 20201027_ManyRoles declares 2 fields named city in accounts.home."));
    }

    [Test]
    public void TwoIndexesOfOneNameAreAProblem()
    {
        var table = Table<One<string>>();
        table.Key(t => t.Id);
        var email = table.Required("email", t => t.First);
        table.Index("idx", email);
        table.UniqueIndex("IDX", email);

        Assert.That(Text(table), Does.StartWith("TM2003: Migration 20201027_ManyRoles declares 2 indexes named idx, IDX in table accounts."));
    }

    [Test]
    public void APropertyThatNoFieldNamesIsAProblem()
    {
        var table = Table<One<string>>();
        table.Key(t => t.Id);

        Assert.That(Text(table), Does.StartWith(
            """
            TM2004: Table accounts of migration 20201027_ManyRoles does not cover its record: no field names the property One`1.First.
            Declare a field for every property of the record, or remove the property.
            """));
    }

    [Test]
    public void APropertyOfANestedRecordThatNoFieldNamesIsAProblem()
    {
        var table = Table<One<Part<string>[]>>();
        table.Key(t => t.Id);
        table.Required("phones", t => t.First);

        Assert.That(Text(table), Does.StartWith("TM2004: Table accounts of migration 20201027_ManyRoles does not cover its record: no field names the property Part`1.First."));
    }

    [Test]
    public void APropertyThatTwoFieldsNameIsAProblem()
    {
        var table = Table<One<string>>();
        table.Key(t => t.Id);
        table.Required("email", t => t.First);
        table.Required("phone", t => t.First);

        Assert.That(Text(table), Does.StartWith(
            "TM2004: Table accounts of migration 20201027_ManyRoles does not cover its record: the fields email and phone name one property, One`1.First."));
    }

    public abstract record Shape(string Id);

    [Test]
    public void ARecordThatCannotBeMadeIsAProblem()
    {
        var table = Table<Shape>();
        table.Key(t => t.Id);

        Assert.That(Text(table), Does.StartWith("TM2004: Table accounts of migration 20201027_ManyRoles does not cover its record: Shape is abstract or has no public constructor."));
    }

    public sealed record Person(string Id, string First, string Last)
    {
        public string Full => $"{First} {Last}";
    }

    [Test]
    public void APropertyThatOnlyComputesNeedsNoField()
    {
        var table = Table<Person>();
        table.Key(t => t.Id);
        table.Required("first", t => t.First);
        table.Required("last", t => t.Last);

        Assert.That(Text(table), Is.Empty);
    }

    [Test]
    public void AFieldBelowAPlainValueIsAProblem()
    {
        var table = Table<One<string>>();
        table.Key(t => t.Id);
        table.Required("email", t => t.First).Required("length", e => e.Length);

        Assert.That(Text(table), Is.EqualTo(
            """
            TM2004: Field accounts.email.length of migration 20201027_ManyRoles is declared below email, which holds no record with fields.
            Declare the field on a nested record, or on the elements of a list of records with Each().
            """));
    }

    [Test]
    public void AMapOfRecordsWithoutFieldsIsAProblem()
    {
        var table = Table<One<Dictionary<string, Part<string>>>>();
        table.Key(t => t.Id);
        table.Required("homes", t => t.First);

        Assert.That(Text(table), Does.StartWith("TM2004: Table accounts of migration 20201027_ManyRoles does not cover its record: no field names the property"));
    }

    [Test]
    public void AReferenceToAFieldThatIsNoKeyIsAProblem()
    {
        var table = Table<One<string>>();
        table.Key(t => t.Id);
        var first = table.Required("first", t => t.First);
        first.References(first);

        Assert.That(Text(table), Is.EqualTo(
            """
            TM2008: The reference accounts.first of migration 20201027_ManyRoles leads to accounts.first, which is no key.
            Refer to a field declared with Table.Key.
            """));
    }

    [Test]
    public void AReferenceOfAnotherTypeThanTheKeyIsAProblem()
    {
        var table = Table<One<int>>();
        var key = table.Key(t => t.Id);
        table.Required("first", t => t.First).References(key);

        Assert.That(Text(table), Is.EqualTo(
            """
            TM2008: The reference accounts.first to accounts of migration 20201027_ManyRoles is of another type than the key accounts._id.
            Declare the field with the type of the key, or as a list of it.
            """));
    }

    [Test]
    public void AUniqueIndexOnAnOptionalFieldIsAProblem()
    {
        var table = Table<One<string?>>();
        table.Key(t => t.Id);
        table.UniqueIndex("idx_accounts_email", table.Optional("email", t => t.First));

        Assert.That(Text(table), Is.EqualTo(
            """
            TM2005: Unique index idx_accounts_email of table accounts is on the optional field email: two documents without it would count as duplicates.
            Write Table.UniqueIndexWherePresent("idx_accounts_email", …), or declare the field with Table.Required.
            """));
    }

    [Test]
    public void AUniqueIndexOnAFieldOfAnOptionalRecordIsAProblem()
    {
        var table = Table<One<Part<string>>>();
        table.Key(t => t.Id);
        table.UniqueIndex("idx", table.Optional("home", t => t.First).Required("city", h => h.First));

        Assert.That(Text(table), Is.EqualTo(
            """
            TM2005: Unique index idx of table accounts is on a field of the optional home, home.city: two documents without it would count as duplicates.
            Write Table.UniqueIndexWherePresent("idx", …), or declare home with Table.Required.
            """));
    }

    [Test]
    public void AUniqueIndexWherePresentOnAnOptionalFieldIsKept()
    {
        var table = Table<One<string?>>();
        table.Key(t => t.Id);
        table.UniqueIndexWherePresent("idx", table.Optional("email", t => t.First));

        Assert.That(Text(table), Is.Empty);
    }

    [Test]
    public void AUniqueIndexOnArrayElementsIsAProblem()
    {
        var table = Table<One<Part<string>[]>>();
        table.Key(t => t.Id);
        table.UniqueIndex("idx", table.Required("phones", t => t.First).Each().Required("number", p => p.First));

        Assert.That(Text(table), Is.EqualTo(
            """
            TM2005: Unique index idx of table accounts is on array elements (phones[].number).
            Declare it with Table.Index: values of array elements cannot be kept unique.
            """));
    }

    [Test]
    public void AnIndexOnAFieldOfAnotherTableIsAProblem()
    {
        var (accounts, roles) = (Table<One<string>>(), Table<One<string>>("roles"));
        accounts.Key(t => t.Id);
        var email = accounts.Required("email", t => t.First);
        roles.Key(t => t.Id);
        roles.Required("role", t => t.First);
        roles.Index("idx", email);

        Assert.That(Text(accounts, roles), Is.EqualTo(
            """
            TM2005: Index idx of table roles is declared on a field of table accounts.
            Declare the index on a field of its own table.
            """));
    }

    [Test]
    public void AFieldThatIsNoPropertyIsRefusedAtOnce()
    {
        var table = Table<One<string>>();

        Assert.That(() => table.Required("email", t => t.First + t.Id), Throws.ArgumentException.With.Message.StartsWith(
            "A field is bound to one property of its record, such as record => record.Email. 't => t.First + t.Id' is not."));
        Assert.That(table.Fields, Is.Empty);
    }

    [Test]
    public void AllProblemsAreFoundAtOnce()
    {
        var (accounts, roles) = (Table<None>(), Table<One<string>>("roles"));
        roles.Key(t => t.Id);

        Assert.That(Constants.Problems(accounts, roles).Select(problem => problem.Code).Distinct(), Is.EqualTo([ErrorCode.KeyMissing, ErrorCode.RecordNotCovered]));
    }
}
