using TypedMigrations.Testing.Snapshots;

namespace TypedMigrations.Testing.Tests;

public sealed class FolderIsMissing
{
    [Test]
    public void OfAMigration()
    {
        using var folder = new ShopFolder(ShopFolder.First);

        Assert.That(folder.Verify, Throws.TypeOf<DirectoryNotFoundException>().With.Message.EqualTo(
            $"""
            Migration 20240201_Prices of module Shop has no folder M20240201_Prices below {folder.Root}.
            Keep each migration in one folder named like its namespace's last segment: its schema snapshot is kept there.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void OfSeveralMigrationsNamesThemAll()
    {
        using var folder = new ShopFolder();

        Assert.That(folder.Verify, Throws.TypeOf<DirectoryNotFoundException>().With.Message.Contains(ShopFolder.First).And.Message.Contains(ShopFolder.Second));
    }

    [Test]
    public void OfAMigrationBecauseItIsOnlyInTheBuildOutput()
    {
        using var folder = new ShopFolder(ShopFolder.First);
        Directory.CreateDirectory(Path.Combine(folder.Root, "bin", ShopFolder.Second));
        Directory.CreateDirectory(Path.Combine(folder.Root, "obj", ShopFolder.Second));

        Assert.That(folder.Verify, Throws.TypeOf<DirectoryNotFoundException>());
    }

    [Test]
    public void OfAProjectThatTheTestProjectDoesNotReference() => Assert.That(
        () => ProjectFolder.Of(typeof(object).Assembly, [typeof(FolderIsMissing).Assembly]),
        Throws.TypeOf<DirectoryNotFoundException>().With.Message.EqualTo(
            "No test assembly knows the folder of the project System.Private.CoreLib, where its schema snapshots are kept. "
            + "Reference System.Private.CoreLib from the test project by a ProjectReference, and the package TypedMigrations.Testing, "
            + "whose build targets write the folder into the test assembly."));

    [Test]
    public void OfAProjectThatWasBuiltElsewhere()
    {
        using var elsewhere = new ShopFolder();
        var gone = Path.Combine(elsewhere.Root, "gone");

        Assert.That(
            () => ProjectFolder.Choose("Shop", [gone]),
            Throws.TypeOf<DirectoryNotFoundException>().With.Message.EqualTo(
                $"The project Shop, where its schema snapshots are kept, was in {gone} when the tests were built. "
                + "There is no such folder here: build the tests where they run."));
    }
}
