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

    [TestCase("namespace Other { public abstract class Migration; }", "Other.Migration")]
    [TestCase("namespace Other.TypedMigrations { public abstract class Migration; }", "Other.TypedMigrations.Migration")]
    [TestCase("namespace TypedMigrations { public class Outer { public abstract class Migration; } }", "TypedMigrations.Outer.Migration")]
    [TestCase("namespace TypedMigrations { public abstract class Migration<T>; }", "TypedMigrations.Migration<int>")]
    public void HasNoManifestWhereAnotherMigrationIsMeant(string library, string name) =>
        AssertNoManifest((Module.Empty with { References = [.. Net100.References.All, Library.Compile("Other", library)] })
            .With("First.cs", $"class First : {name};"));

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
