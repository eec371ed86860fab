using Basic.Reference.Assemblies;

namespace TypedMigrations.Analyzers.Tests;

public sealed class ModuleWithoutMigrations
{
    [Test]
    public void HasNoManifest() =>
        AssertNoManifest(Module.Empty.With("Role.cs", "namespace Accounts; public class Role; public class Guest : Role;"));

    [Test]
    public void HasNoManifestWhereTheOnlyOneIsAbstract() =>
        AssertNoManifest(Module.Empty.With("Base.cs", "public abstract class Base : TypedMigrations.Migration;"));

    [Test]
    public void HasNoManifestWhereAnotherLibrarysMigrationIsMeant() =>
        AssertNoManifest(Module.Empty.With("Other.cs", """
            namespace Other { public abstract class Migration; public class TypedMigrations { public abstract class Migration; } }
            namespace Other.TypedMigrations2 { public class First : Migration; public class Second : TypedMigrations.Migration; }
            """));

    [Test]
    public void HasNoManifestWhereItIsTheLibraryItself() =>
        AssertNoManifest((Module.Empty with { References = [.. Net100.References.All] })
            .With("Library.cs", Library.Source)
            .With("Inner.cs", "namespace TypedMigrations; internal sealed class Inner : Migration;"));

    [Test]
    public void HasNoManifestWhereTheLibraryIsNotReferenced() =>
        AssertNoManifest((Module.Empty with { References = [.. Net100.References.All] })
            .With("Role.cs", "namespace Accounts; public class Role; public class Guest : Role;"));

    private static void AssertNoManifest(Module module)
    {
        var manifest = module.Manifest();

        Assert.That(manifest.FileName, Is.Null);
        Assert.That(manifest.Version, Is.Null);
    }
}
