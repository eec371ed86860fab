namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verb new, with names that cannot be.</summary>
public sealed class NameIsRefused : ScaffoldingTest
{
    [SetUp]
    public void WriteModule() => WriteShop();

    [TearDown]
    public void NothingWasWritten() => Assert.That(Directory.EnumerateDirectories(Folder, "M*").Count(), Is.EqualTo(1));

    [Test]
    public async Task ThatAreNoIdentifiers()
    {
        var outcome = await Call("new", "add phone-number");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Is.EqualTo("""
            TM6020: 'add phone-number' is no name for a migration: a class and a namespace are named by it.
              given  add phone-number
            Write it as C# writes names: dotnet migrations new AddPhoneNumber

            """));
    }

    [Test]
    public async Task ThatAnotherMigrationHas()
    {
        var outcome = await Call("new", "First");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Is.EqualTo("""
            TM6021: The name First is taken. Module Shop has a migration of that name.
              migration  20201006_First
            Choose another, which says what changes: dotnet migrations new FirstAgain

            """));
    }

    [TestCase("Shop", "the namespace Shop")]
    [TestCase("Steps", "Steps of the library")]
    [TestCase("Customer", "the class Customer of the constants and records")]
    public async Task ThatHideOthers(string name, string hidden)
    {
        var outcome = await Call("new", name);

        Assert.That(outcome.Error, Does.StartWith($"TM6021: The name {name} is taken. A class of that name would hide {hidden} from the code of the migration.\n"));
    }

    [Test]
    public async Task OfTables()
    {
        var outcome = await Call("new", "Second", "--table", "9 lives");

        Assert.That(outcome.Error, Is.EqualTo("""
            TM6022: '9 lives' is no name for a table.
              given  9 lives
            Write letters, digits and underscores, beginning with a letter, such as --table order_lines

            """));
    }

    [Test]
    public async Task OfTablesWhoseClassesAreThere()
    {
        var outcome = await Call("new", "Second", "--table", "customers");

        Assert.That(outcome.Error, Is.EqualTo("""
            TM6022: The table customers would get a class CustomerTable, and that name is taken.
              table  customers
              class  CustomerTable
            Leave --table out, and write the constants of the table with other names.

            """));
    }
}
