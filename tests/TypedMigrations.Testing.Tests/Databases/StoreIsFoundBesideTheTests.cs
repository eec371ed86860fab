using System.Reflection;
using System.Reflection.Emit;
using TypedMigrations.LiteDb;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Migrating;

namespace TypedMigrations.Testing.Tests.Databases;

public sealed class StoreIsFoundBesideTheTests
{
    [Test]
    public void IsTheOneWhosePackageIsReferenced() => Assert.That(StoreOfTests.Default, Is.TypeOf<LiteDbTestDatabases>());

    [Test]
    public void IsAskedForWhereThereIsNone() => Assert.That(() => StoreOfTests.Choose([typeof(string).Assembly]), Throws.InvalidOperationException.With.Message.EqualTo(
        "No store for test databases lies beside the tests. Reference the store's package from the test project, such as TypedMigrations.LiteDb."));

    [Test]
    public void IsAskedForWhereThereAreSeveral() => Assert.That(
        () => StoreOfTests.Choose([typeof(LiteDbTestDatabases).Assembly, AssemblyOf(typeof(AnotherStore))]), Throws.InvalidOperationException.With.Message.EqualTo(
            "Several stores for test databases lie beside the tests: TypedMigrations.LiteDb.LiteDbTestDatabases, TypedMigrations.Testing.Tests.Databases.StoreIsFoundBesideTheTests+AnotherStore. "
            + "Name one: Database.At<…>(with: options => options.Store = new LiteDbTestDatabases()), and likewise in MigrationTests.For<…>(options => …)."));

    private static AssemblyBuilder AssemblyOf(Type store) => AssemblyBuilder.DefineDynamicAssembly(
        new AssemblyName("AnotherStore"), AssemblyBuilderAccess.Run, [new CustomAttributeBuilder(typeof(TestDatabasesAttribute).GetConstructors().Single(), [store])]);

    private sealed class AnotherStore : ITestDatabases
    {
        public ITestDatabase Create(TestDatabasePlace place) => throw new NotSupportedException();
    }
}
