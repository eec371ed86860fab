using TypedMigrations.Testing.Snapshots;
using TypedMigrations.Testing.Tests.Shop;

namespace TypedMigrations.Testing.Tests;

public sealed class FolderIsFound
{
    [Test]
    public void OfAProjectThatTheTestProjectReferences() =>
        Assert.That(Path.Combine(ProjectFolder.Of(typeof(SchemaSnapshots).Assembly), "TypedMigrations.Testing.csproj"), Does.Exist);

    [Test]
    public void OfTheTestProjectItself() =>
        Assert.That(Path.Combine(ProjectFolder.Of(typeof(ShopModule).Assembly), "Shop", "ShopModule.cs"), Does.Exist);

    [Test]
    public void OfMigrationsThatTwoModulesNameAlike()
    {
        using var folder = new ShopFolder(ShopFolder.First);
        Directory.CreateDirectory(Path.Combine(folder.Root, "Billing", ShopFolder.First));

        var snapshots = MigrationFolders.Locate(new ModuleSchemas("Billing", [new("20240101_FirstTables", $"Any.Billing.{ShopFolder.First}", "table bills")]), folder.Root);

        Assert.That(snapshots.Select(snapshot => snapshot.File.Verified), Is.EqualTo(
        [
            Path.Combine(folder.Root, "Billing", ShopFolder.First, "Schema.verified.txt"),
            Path.Combine(folder.Root, "Billing", "Latest", "Schema.verified.txt"),
        ]));
    }

    [Test]
    public void TwiceIsRefused()
    {
        using var folder = new ShopFolder(ShopFolder.First, ShopFolder.Second);
        Directory.CreateDirectory(Path.Combine(folder.Root, "Copy", "Shop", ShopFolder.Second));

        Assert.That(folder.Verify, Throws.TypeOf<DirectoryNotFoundException>().With.Message.StartsWith(
            "Migration 20240201_Prices of module Shop may have its folder in "));
    }
}
