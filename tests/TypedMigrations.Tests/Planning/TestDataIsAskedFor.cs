using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class TestDataIsAskedFor
{
    private static MigrationPlan Plan(DatabaseState state) =>
        Code.Plan(Code.Of("20201006_First", "20201022_Second"), state, new PlanRequest { TestData = true });

    [Test]
    public void ARealDatabaseIsRefused() => Assert.That(Plan(Code.Database("20201006_First")).ProblemText(), Is.EqualTo(
        """
        TM3013: Test data was asked for, but the database was not made as a test database.
        Leave Migrations:TestData out, or name a database file that does not exist yet: it is then made and marked as a test database.
        """));

    [Test]
    public void ARealDatabaseWhoseTablesAreAllGoneIsRefused() =>
        Assert.That(Plan(Code.Database("20201006_First") with { HasTables = false }).Problems.Single().Code, Is.EqualTo(ErrorCode.RealDatabase));

    [Test]
    public void ATestDatabaseIsMigrated() => Assert.That(Plan(Code.Database("20201006_First") with { IsTestDatabase = true }).Pending(), Is.EqualTo(["20201022_Second"]));

    [Test]
    public void ANewDatabaseIsMade() => Assert.That(Plan(DatabaseState.None).HasProblems, Is.False);
}
