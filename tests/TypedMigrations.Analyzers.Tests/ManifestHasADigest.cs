namespace TypedMigrations.Analyzers.Tests;

public sealed class ManifestHasADigest
{
    private const string ModuleInCode = "namespace Accounts; public sealed class AccountsModule : TypedMigrations.MigrationModule;";

    [Test]
    public void WithTheVersionOfItsFormat() =>
        Assert.That(Module.WithOneMigration.Manifest().Digest, Does.Match("^3:[0-9a-f]{64}$"));

    [Test]
    public void ThatIsTheSameForTheSameCode() =>
        Assert.That(Module.Empty.With("Moved.cs", Sample.Migration + "\n// A comment.").Manifest().Digest, Is.EqualTo(Module.WithOneMigration.Manifest().Digest));

    [Test]
    public void ThatIsAnotherOneAfterAnEdit() =>
        Assert.That(Module.Empty.With("Migration.cs", Sample.Migration.Replace("count + 1", "count + 2")).Manifest().Digest, Is.Not.EqualTo(Module.WithOneMigration.Manifest().Digest));

    [Test]
    public void ThatIsAnotherOneWithOneMigrationMore() =>
        Assert.That(Module.WithOneMigration.With("Next.cs", "namespace Accounts.M20201028_Next; public sealed class Next : TypedMigrations.Migration;").Manifest().Digest, Is.Not.EqualTo(Module.WithOneMigration.Manifest().Digest));

    [Test]
    public void ThatIsAnotherOneWhereAnotherModuleMayOwnThem()
    {
        var module = Module.WithOneMigration.With("Module.cs", ModuleInCode).Manifest();
        var moved = Module.WithOneMigration.With("Module.cs", ModuleInCode.Replace("namespace Accounts", "namespace Elsewhere")).Manifest();

        Assert.That(module.Digest, Is.Not.EqualTo(moved.Digest));
        Assert.That(module.Entries, Is.EqualTo(moved.Entries));
    }

    [Test]
    public void ThatDoesNotCountAnAbstractModule() =>
        Assert.That(Module.WithOneMigration.With("Module.cs", ModuleInCode.Replace("sealed", "abstract")).Manifest().Digest, Is.EqualTo(Module.WithOneMigration.Manifest().Digest));

    [Test]
    public void OnlyWhereThereIsAManifest() =>
        Assert.That(Module.Empty.With("Module.cs", ModuleInCode).Manifest().Digest, Is.Null);
}
