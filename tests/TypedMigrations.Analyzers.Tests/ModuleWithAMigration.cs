namespace TypedMigrations.Analyzers.Tests;

public sealed class ModuleWithAMigration
{
    [Test]
    public void HasAManifestOfVersionThree()
    {
        var manifest = Module.WithOneMigration.Manifest();

        Assert.That(manifest.FileName, Is.EqualTo("MigrationManifest.g.cs"));
        Assert.That(manifest.Version, Is.EqualTo(3));
    }

    [Test]
    public void HasAnEntryOfNamespaceClassFingerprintDependenciesReadsAndReplacedOnes()
    {
        var entry = Module.WithOneMigration.Manifest().Entries.Single();

        Assert.That(entry, Does.Match("^Accounts[.]M20201027_ManyRoles[|]Accounts[.]M20201027_ManyRoles[.]ManyRoles[|]v1:[0-9a-f]{64}[|][|][|]$"));
    }

    [Test]
    public void HasAManifestThatNamesTheAttributeInFull()
    {
        var module = Module.WithOneMigration.With("Trap.cs", "namespace Accounts.TypedMigrations { public sealed class MigrationManifest; }");

        Assert.That(module.Manifest().Text, Does.Contain("[assembly: global::TypedMigrations.MigrationManifest(3,\n    \"Accounts."));
    }

    [Test]
    public void HasAManifestWithoutWarningsWhereTheAssemblyIsClsCompliant()
    {
        var module = Module.WithOneMigration.With("Assembly.cs", "[assembly: System.CLSCompliant(true)]");

        Assert.That(module.Manifest().Entries, Has.Length.EqualTo(1));
    }
}
