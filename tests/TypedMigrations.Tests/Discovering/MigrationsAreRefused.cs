using System.Globalization;
using TypedMigrations.Discovering;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Misplaced;
using TypedMigrations.Tests.Modules.Nothing;
using TypedMigrations.Tests.Modules.SameName;
using TypedMigrations.Tests.Modules.SameStamp;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Discovering;

public sealed class MigrationsAreRefused
{
    private static string Text(params MigrationModule[] modules) => string.Join("\n\n", MigrationCatalog.Discover(modules).Problems);

    [TestCase("en-US")]
    [TestCase("fa-IR")]
    [Behavior(4)]
    [Behavior(12)]
    public void AModuleWithoutAnyIsAProblem(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.That(Text(new NothingModule()), Does.Match(
            """
            ^TM1001: Module Nothing has no migration\.
              searched     TypedMigrations\.Tests\.Modules\.Nothing\.\* in TypedMigrations\.Tests
              found there  \d+ migrations of other namespaces
            Put its migrations into namespaces below TypedMigrations\.Tests\.Modules\.Nothing, such as TypedMigrations\.Tests\.Modules\.Nothing\.M20201027_FirstTables\.$
            """));
    }

    [Test]
    [Behavior(4)]
    public void AnAssemblyWithoutAnyIsAProblem() => Assert.That(Text(EmittedAssembly.Module(manifest: null)), Is.EqualTo(
        """
        TM1001: Module Accounts has no migration.
          searched  Emitted
        Put its migrations into namespaces below Emitted.Accounts, such as Emitted.Accounts.M20201027_FirstTables.
        """));

    [Test]
    [Behavior(6)]
    public void AnAssemblyWithoutAManifestIsAProblem() => Assert.That(Text(EmittedAssembly.Module(manifest: null, "Emitted.Accounts.M20201006_First.First")), Is.EqualTo(
        """
        TM1011: Assembly Emitted has migrations, but no manifest of them.
          classes  Emitted.Accounts.M20201006_First.First
        Reference the package TypedMigrations from the module's project, so that its source generator runs in the build.
        """));

    [Test]
    [Behavior(6)]
    public void AMigrationThatNoModuleOwnsIsAProblem()
    {
        var module = EmittedAssembly.Module(
            ["Emitted.Accounts.M20201006_First|Emitted.Accounts.M20201006_First.First|v1:a|||", "Emitted.Acounts.M20201007_Second|Emitted.Acounts.M20201007_Second.Second|v1:b|||"],
            "Emitted.Accounts.M20201006_First.First", "Emitted.Acounts.M20201007_Second.Second");

        Assert.That(Text(module), Is.EqualTo(
            """
            TM1010: Class Emitted.Acounts.M20201007_Second.Second derives from Migration, but lies in the namespace of no module.
            Move it into a namespace below Emitted.Accounts.
            """));
    }

    [TestCase(2)]
    [TestCase(4)]
    public void AManifestOfAnotherVersionIsAProblem(int version)
    {
        var module = EmittedAssembly.Module(version, ["another|format"], "Emitted.Accounts.M20201006_First.First");

        Assert.That(Text(module), Is.EqualTo(
            $"""
            TM2111: Assembly Emitted of module Accounts has a manifest that this library cannot read.
              version   {version}
              readable  3
            Build the module with the version of the package TypedMigrations that the program uses.
            """));
    }

    [Test]
    [Behavior(5)]
    public void TwoMigrationsWithOneStampAreAProblem() => Assert.That(Text(new SameStampModule()), Is.EqualTo(
        """
        TM1003: Module SameStamp has 2 migrations with the stamp 20201006.
          class  TypedMigrations.Tests.Modules.SameStamp.M20201006_One.One
          class  TypedMigrations.Tests.Modules.SameStamp.M20201006000000_Two.Two
        Give one of them a later stamp, in its namespace and its folder.
        """));

    [Test]
    public void TwoModulesWithOneNameAreAProblem() => Assert.That(Text(new ShopModule(), new SecondShop()), Is.EqualTo(
        """
        TM1014: Modules TypedMigrations.Tests.Modules.Shop.ShopModule and TypedMigrations.Tests.Modules.SameName.SecondShop have one name, Shop.
        Override Name in one of them.
        """));

    [Test]
    [Behavior(6)]
    public void AClassOutsideAMigrationsNamespaceIsAProblem() => Assert.That(Text(new MisplacedModule()), Does.Contain(
        """
        TM1010: Class TypedMigrations.Tests.Modules.Misplaced.Unstamped derives from Migration, but its namespace is no migration's.
        Move it into a namespace such as TypedMigrations.Tests.Modules.Misplaced.M20201027_Unstamped, stamped with the date in UTC.
        """));

    [Test]
    public void AClassBelowItsMigrationsNamespaceIsAProblem() => Assert.That(Text(new MisplacedModule()), Does.Contain(
        """
        TM1010: Class TypedMigrations.Tests.Modules.Misplaced.M20201006_Fine.Below.TooDeep derives from Migration, but lies below its migration's namespace.
        Move it into TypedMigrations.Tests.Modules.Misplaced.M20201006_Fine.
        """));

    [TestCase("M20201302_NoSuchMonth")]
    [TestCase("M20201006250000_NoSuchHour")]
    [TestCase("M2020100_TooShort")]
    [TestCase("M202010061_TooLong")]
    [TestCase("M20201006_")]
    [TestCase("M20201006NoUnderscore")]
    [Behavior(10)]
    public void AMalformedStampIsAProblem(string segment) => Assert.That(Text(new MisplacedModule()), Does.Contain(
        $"""
        TM1002: Namespace TypedMigrations.Tests.Modules.Misplaced.{segment} has a malformed stamp.
          class  TypedMigrations.Tests.Modules.Misplaced.{segment}.Malformed
        Write M, the date as yyyyMMdd or the date and time as yyyyMMddHHmmss (UTC), an underscore and a name: M20201027_ManyRoles.
        """));

    [Test]
    [Behavior(38)]
    public void AllAtOnce() =>
        Assert.That(MigrationCatalog.Discover([new MisplacedModule(), new NothingModule(), new SameStampModule()]).Problems, Has.Count.EqualTo(10));
}
