using TypedMigrations.Testing.Cases;
using TypedMigrations.Testing.Tests.Modules.Pets;
using TypedMigrations.Testing.Tests.Modules.Wrong.Converted;
using TypedMigrations.Testing.Tests.Modules.Wrong.Dropped;

namespace TypedMigrations.Testing.Tests.Cases;

/// <summary>The plan of each migration is kept beside it: a field that is dropped by mistake shows in the difference, with documents that lose it.</summary>
public sealed class PlanIsNotAsVerified
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("plans-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void ADroppedFieldShowsWithTheDocumentsThatLoseIt()
    {
        var file = Verified("M20240102_After", "nothing to do");

        var failed = Assert.Throws<SnapshotMismatchException>(() => Plan(new DroppedModule(), "20240102_After").Run());

        Assert.That(failed!.Message, Is.EqualTo($"""
            1 plan snapshot of module Dropped did not match.

            {file}
              - nothing to do
              + drop field pets.phone  (loses data)
              +   1 document of the test data has a value: pets "rex"

            Is the change meant? Accept what was received, and review it like code:
                dotnet test -e TypedMigrations_AcceptSnapshots=true
            Was the migration applied anywhere? Then restore it, and put the change into a new migration.
            """));
    }

    [TestCase("20240101_Pets", "M20240101_Pets", "create table pets  (from the constants)\ncreate index idx_pets_name on name of pets  (from the constants)")]
    [TestCase("20240201_Animals", "M20240201_Animals", """
        rename table pets to animals
        rename field pets.age to animals.years
        drop index idx_pets_name on name of pets  (from the constants)
        create index idx_animals_name on name of animals  (from the constants)

        taken back
          rename table animals to pets
          rename field animals.years to pets.age
          drop index idx_animals_name on name of animals  (from the constants)
          create index idx_pets_name on name of pets  (from the constants)
        """)]
    public void ThePlanHasTheWayBackToo(string migration, string folder, string plan)
    {
        Verified(folder, plan);

        Assert.That(() => Plan(new PetsModule(), migration).Run(), Throws.Nothing);
    }

    [Test]
    public void AWholeConversionShowsWhatItLeavesOut()
    {
        Verified("M20240102_After", "convert table pets by (pet, _) => new Pet(pet.Id, pet.Name)");

        Assert.That(() => Plan(new ConvertedModule(), "20240102_After").Run(), Throws.Nothing);
    }

    private MigrationTest Plan(MigrationModule module, string migration)
    {
        foreach (var name in new[] { "M20240101_Before", "M20240102_After", "M20240101_Pets", "M20240201_Animals" })
            _folder.CreateSubdirectory(name);
        return ModuleTests.Of(module, new MigrationTestOptions(), new Lazy<string>(_folder.FullName)).Single(test => test.Name == $"{migration} has the plan that is verified");
    }

    private string Verified(string migration, string plan)
    {
        var file = Path.Combine(_folder.CreateSubdirectory(migration).FullName, "Plan.verified.txt");
        File.WriteAllText(file, plan);
        return file;
    }
}
