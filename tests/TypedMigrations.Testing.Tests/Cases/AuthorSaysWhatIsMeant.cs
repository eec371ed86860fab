using CsCheck;
using TypedMigrations.LiteDb;
using TypedMigrations.Testing.Tests.Empty;
using TypedMigrations.Testing.Tests.Modules.Visits;
using TypedMigrations.Testing.Tests.Modules.Wrong.Converted;
using TypedMigrations.Testing.Tests.Modules.Wrong.DocumentLost;
using TypedMigrations.Testing.Tests.Modules.Wrong.Refusing;
using TypedMigrations.Testing.Tests.Modules.Wrong.UndeclaredLost;
using ConvertedBefore = TypedMigrations.Testing.Tests.Modules.Wrong.Converted.M20240101_Before;
using DocumentLostBefore = TypedMigrations.Testing.Tests.Modules.Wrong.DocumentLost.M20240101_Before;
using RefusingBefore = TypedMigrations.Testing.Tests.Modules.Wrong.Refusing.M20240101_Before;
using UndeclaredLostAfter = TypedMigrations.Testing.Tests.Modules.Wrong.UndeclaredLost.M20240102_After;

namespace TypedMigrations.Testing.Tests.Cases;

public sealed class AuthorSaysWhatIsMeant
{
    [Test]
    public void AFieldMayChange() => Assert.That(
        () => Run<ConvertedModule>("20240102_After keeps its data", options => options.MayChange(ConvertedBefore.PetTable.Phone, "phones are asked for anew")), Throws.Nothing);

    [Test]
    public void DocumentsMayGo() => Assert.That(
        () => Run<DocumentLostModule>("20240102_After keeps its data", options => options.MayLose(DocumentLostBefore.PetTable.Table, "they are old")), Throws.Nothing);

    [Test]
    public void AFieldThatNobodyDeclaresMayChange() => Assert.That(
        () => Run<UndeclaredLostModule>("20240102_After keeps its data", options =>
        {
            options.MayChange("pets", "not_declared", "it is rubbish");
            options.MayChange(UndeclaredLostAfter.PetTable.Phone, "null says the same as missing");
        }),
        Throws.Nothing);

    [Test]
    public void WhatMayChangeInOneMigrationMayNotInAnother() => Assert.That(
        () => Run<ConvertedModule>("20240102_After keeps its data", options => options.MayChange(DocumentLostBefore.PetTable.Phone, "of another module")), Throws.TypeOf<MigrationAssertionException>());

    [Test]
    public void AFieldNeverHasSuchValues() => Assert.That(
        () => Run<RefusingModule>("20240102_After keeps random data", options => options.Values(RefusingBefore.PetTable.Seen, Gen.Long[0, 4_000_000_000].Nullable())), Throws.Nothing);

    [Test]
    public void AnotherStoreIsNamed() => Assert.That(
        () => Run<VisitsModule>("20240115_Visits keeps its data", options => options.Store = new LiteDbTestDatabases("Collation=en-US/None")), Throws.Nothing);

    [Test]
    public void RandomDocumentsAreLeftOut() =>
        Assert.That(MigrationTests.For<ConvertedModule>(options => options.RandomDatabases = 0).Select(test => test.Name), Has.None.Contains("random").And.Exactly(2).Contains("keeps its data"));

    [Test]
    public void ASeedIsNone() => Assert.That(
        () => Run<ConvertedModule>("20240102_After keeps random data", options => options.Seed = "xyz"),
        Throws.ArgumentException.With.Message.EqualTo("The seed xyz is no hexadecimal number: give one that a failing test named."));

    [Test]
    public void TheCasesAreTheSameInEveryRun() => Assert.That(MigrationTests.For<Modules.Pets.PetsModule>().Select(test => test.ToString()), Is.EqualTo(new[]
    {
        "20240101_Pets has the schema that is verified",
        "20240101_Pets has the plan that is verified",
        "20240101_Pets keeps its data",
        "20240201_Animals has the schema that is verified",
        "20240201_Animals has the plan that is verified",
        "20240201_Animals keeps its data",
        "20240201_Animals keeps random data",
        "20240201_Animals is taken back",
        "Latest schema is as verified",
    }));

    [Test]
    public void AModuleThatCannotBeReadHasACaseThatSaysWhy()
    {
        var only = MigrationTests.For<EmptyModule>().Single();

        Assert.That(only.Name, Is.EqualTo("EmptyModule has migrations to test"));
        Assert.That(only.Run, Throws.TypeOf<MigrationException>().With.Message.StartsWith("TM1001: Module Empty has no migration."));
    }

    [Test]
    public void AWrongOptionIsSaidByACase() => Assert.That(
        MigrationTests.For<ConvertedModule>(options => options.MayChange(ConvertedBefore.PetTable.Phone, " ")).Single().Run, Throws.ArgumentException);

    private static void Run<TModule>(string name, Action<MigrationTestOptions> configure) where TModule : MigrationModule, new() =>
        MigrationTests.For<TModule>(options =>
        {
            options.Seed = "1";
            configure(options);
        }).Single(test => test.Name == name).Run();
}
