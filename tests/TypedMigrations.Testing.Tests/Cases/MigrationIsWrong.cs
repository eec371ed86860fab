using TypedMigrations.Testing.Cases;
using TypedMigrations.Testing.Tests.Modules.Wrong.Converted;
using TypedMigrations.Testing.Tests.Modules.Wrong.DeepLost;
using TypedMigrations.Testing.Tests.Modules.Wrong.DocumentLost;
using TypedMigrations.Testing.Tests.Modules.Wrong.IndexDropped;
using TypedMigrations.Testing.Tests.Modules.Wrong.KeyChanged;
using TypedMigrations.Testing.Tests.Modules.Wrong.LeftDangling;
using TypedMigrations.Testing.Tests.Modules.Wrong.NotRestored;
using TypedMigrations.Testing.Tests.Modules.Wrong.Overflowing;
using TypedMigrations.Testing.Tests.Modules.Wrong.ReferenceLost;
using TypedMigrations.Testing.Tests.Modules.Wrong.Refusing;
using TypedMigrations.Testing.Tests.Modules.Wrong.UndeclaredLost;

namespace TypedMigrations.Testing.Tests.Cases;

/// <summary>Each invariant that nobody has to write finds a migration that breaks it, and names table, document and field.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class MigrationIsWrong
{
    [Test]
    public void AWholeConversionForgetsAField() => Fails<ConvertedModule>("""
        Migration 20240102_After of module Converted does not keep the data that was there before it, test data and undeclared fields.
          pets "rex"  field phone was "123", is missing
        Let the function of up.Convert(Old.PetTable.Table, …) take pets.phone over. If it is meant to change, say so: options.MayChange(Old.PetTable.Phone, "why")
        """);

    [Test]
    public void AWholeConversionForgetsFieldsDeepDown() => Fails<DeepLostModule>("""
        Migration 20240102_After of module DeepLost does not keep the data that was there before it, test data and undeclared fields.
          pets "rex"  field home.street was "Via Appia", is missing
          pets "rex"  field visits[1].price was 20, is missing
        Let the function of up.Convert(Old.PetTable.Table, …) take pets.home.street over. If it is meant to change, say so: options.MayChange(Old.PetTable.Street, "why")
        Let the function of up.Convert(Old.PetTable.Table, …) take pets.visits[].price over. If it is meant to change, say so: options.MayChange(Old.PetTable.Price, "why")
        """);

    [Test]
    public void CustomCodeDeletesADocument() => Fails<DocumentLostModule>("""
        Migration 20240102_After of module DocumentLost does not keep the data that was there before it, test data and undeclared fields.
          pets "tom"  is lost
        Let the documents go somewhere: correct the step that removes them. If they are meant to go, say so: options.MayLose(Old.PetTable.Table, "why")
        """);

    [Test]
    public void CustomCodeChangesAKey() => Fails<KeyChangedModule>("""
        Migration 20240102_After of module KeyChanged does not keep the data that was there before it, test data and undeclared fields.
          pets "rex"  has another key now: "dog-rex"
        Change keys with up.Rekey(…) alone, so that references follow.
        """);

    [Test]
    public void CustomCodeLosesWhatNobodyDeclares() => Fails<UndeclaredLostModule>("""
        Migration 20240102_After of module UndeclaredLost does not keep the data that was there before it, test data and undeclared fields.
          pets "rex"  field not_declared was {blank: "  ", exact: 0.10, large: 1, lis… (115 letters), is missing
          pets "tom"  field phone was missing, is null
          pets "tom"  field not_declared was {blank: "  ", exact: 0.10, large: 1, lis… (115 letters), is missing
        What no constant declares must stay: let custom code change the fields that it names, and nothing else.
        No step names pets.phone: correct the one that changes it. If it is meant to change, say so: options.MayChange(Old.PetTable.Phone, "why")
        """);

    [Test]
    public void AReferenceThatNobodyDeclaredLeadsNowhere() => Fails<ReferenceLostModule>("""
        Migration 20240102_After of module ReferenceLost does not keep the data that was there before it, test data and undeclared fields.
          pets "rex"  field owner_id led to owners "ada", which is "owner-ada" now, and leads nowhere
        Declare the reference below PetTable.OwnerId, so that it follows: OwnerId.References(OwnerTable.Id). If it is none, say so: options.MayChange(Old.PetTable.OwnerId, "why")
        """);

    [Test]
    public void ADeclaredReferenceIsLeftDangling() => Fails<LeftDanglingModule>("""
        Migration 20240102_After of module LeftDangling does not keep the data that was there before it, test data and undeclared fields.
          pets "tom"  field owner_id is "ada2", and leads to no document of owners any more
        Keep the documents that are referred to. If it is meant, say so: options.MayChange(PetTable.OwnerId, "why")
        """);

    [Test]
    public void AConversionOverflowsWithoutASound() => Fails<OverflowingModule>("""
        Migration 20240102_After of module Overflowing does not keep the data that was there before it, test data and undeclared fields.
          pets "tom"  field seen was 1601942400000, is -2924334412730990592: the conversion overflowed, 1601942400000000000000 does not fit
        Convert with checked(…), so that a run refuses such a value and names it, and choose a type that holds it.
        """);

    [Test]
    public void AConversionRefusesAValue() => Assert.That(Assert.Throws<MigrationException>(() => Test<RefusingModule>("keeps its data").Run())!.Message, Is.EqualTo("""
        TM4001: A function of a step threw on a document of table pets.
          migration      20240102_After of module Refusing
          on the copy    nothing before it
          still pending  20240102_After
          step           convert field pets.seen by seconds => checked(seconds * 1_000_000_000)
          document       _id "tom"
          field          seen
          threw          OverflowException: Arithmetic operation resulted in an overflow.
          database       test.db was not changed.
        Correct the function so that it takes every value that old data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
        """));

    [Test]
    public void CustomCodeDropsAnIndex() => Assert.That(Assert.Throws<MigrationException>(() => Test<IndexDroppedModule>("keeps its data").Run())!.Message, Is.EqualTo("""
        TM4006: The migrated copy does not match the constants.
          found     pets: index idx_pets_name on $.name is missing
          database  test.db was not changed.
        Correct the migration: give each document that it makes or changes what the constants declare.
        """));

    [Test]
    public void DownDoesNotRestore()
    {
        Test<NotRestoredModule>("keeps its data").Run();

        Fails<NotRestoredModule>("""
            Up and then Down of migration 20240102_After of module NotRestored do not restore the data that was there before.
              pets "rex"  field name was "Rex", comes back as "rex"
              pets "tom"  field name was "Tom", comes back as "tom"
            Correct Down. What cannot come back must be dropped by a step, so that the plan says it; or say so: options.MayChange(…, "why")
            """, "is taken back");
    }

    [Test]
    public void RandomDocumentsFindItToo()
    {
        var failed = Assert.Throws<MigrationAssertionException>(() => Test<ConvertedModule>("keeps random data", options => options.Seed = "2a").Run());

        Assert.That(failed!.Message, Does.Match("""
            ^Migration 20240102_After of module Converted does not keep random data\.
              pets (".*")  field phone was "a", is missing
            Let the function of up\.Convert\(Old\.PetTable\.Table, …\) take pets\.phone over\. If it is meant to change, say so: options\.MayChange\(Old\.PetTable\.Phone, "why"\)
            The random documents, made as few and plain as still fail:
              pets \1  \{name: "a", phone: "a"\}
            With the same documents again: dotnet test -e TypedMigrations_Seed=[0-9a-f]+\. Where a field never has such values, say what it has: options\.Values\(Old\.…, Gen\.…\)$
            """));
    }

    [Test]
    public void RandomDocumentsOverflow()
    {
        var failed = Assert.Throws<MigrationAssertionException>(() => Test<RefusingModule>("keeps random data", options => (options.Seed, options.RandomDatabases) = ("1", 100)).Run());

        Assert.That(failed!.Message, Does.StartWith("""
            Migration 20240102_After of module Refusing fails on random data.

            TM4001: A function of a step threw on a document of table pets.
            """).And.Contains("field          seen").And.Contains("The random documents, made as few and plain as still fail:\n  pets "));
    }

    private static void Fails<TModule>(string message, string test = "keeps its data") where TModule : MigrationModule, new() =>
        Assert.That(Assert.Throws<MigrationAssertionException>(() => Test<TModule>(test).Run())!.Message, Is.EqualTo(message));

    private static MigrationTest Test<TModule>(string name, Action<MigrationTestOptions>? configure = null) where TModule : MigrationModule, new() =>
        MigrationTests.For<TModule>(configure).Single(test => test.Name == $"20240102_After {name}");
}
