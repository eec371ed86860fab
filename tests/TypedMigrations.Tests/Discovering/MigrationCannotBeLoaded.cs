using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Failing;

namespace TypedMigrations.Tests.Discovering;

public sealed class MigrationCannotBeLoaded
{
    private static readonly MigrationCatalog Catalog = MigrationCatalog.Discover([new FailingModule()]);

    private static MigrationDefinition Definition(string name) => Catalog.TryFind(name)!.Definition;

    private static string Problems(string name) => string.Join("\n\n", Definition(name).Problems);

    [Test]
    public void IsFoundAllTheSame() => Assert.That(Catalog.Problems, Is.Empty);

    [Test]
    public void ConstantsInTheWrongOrderAreAProblem() => Assert.That(Problems("ConstantsInTheWrongOrder"), Is.EqualTo(
        """
        TM2001: The constants AccountTable of migration 20201001_ConstantsInTheWrongOrder of module Failing cannot be initialized.
          reason  The table is null.
        A constant is set in the order of the lines: declare the table first, then its fields, then its indexes.
        """));

    [Test]
    public void BrokenConstantsAreAProblemOfTheNextMigrationToo() => Assert.That(Definition("UpThrows").Problems.Select(problem => problem.Code), Is.EqualTo(["TM2001", "TM2108"]));

    [Test]
    public void AnUpThatThrowsIsAProblem() => Assert.That(Problems("UpThrows"), Does.EndWith(
        """
        TM2108: Up of migration 20201002_UpThrows of module Failing threw while its steps were collected.
          reason  InvalidOperationException: No.
        Up only names steps: let it call verbs, and nothing that can fail.
        """));

    [Test]
    public void AClassWithoutAPublicConstructorIsAProblem() => Assert.That(Problems("NoConstructor"), Does.Match(
        """
        ^TM1012: Migration 20201003_NoConstructor of module Failing cannot be made\.
          class   TypedMigrations\.Tests\.Modules\.Failing\.M20201003_NoConstructor\.NoConstructor
          reason  .*constructor.*
        Give its class a public constructor without parameters, and no type parameters\.$
        """));

    [Test]
    public void AGenericClassIsAProblem() => Assert.That(Problems("Generic"), Is.EqualTo(
        """
        TM1012: Migration 20201004_Generic of module Failing cannot be made.
          class   TypedMigrations.Tests.Modules.Failing.M20201004_Generic.Generic`1
          reason  Generic`1 has type parameters.
        Give its class a public constructor without parameters, and no type parameters.
        """));

    [Test]
    public void AClassThatWasTrimmedIsAProblem()
    {
        var catalog = MigrationCatalog.Discover([EmittedAssembly.Module(["Emitted.Accounts.M20201006_First|Emitted.Accounts.M20201006_First.First|v1:0|||"])]);

        Assert.That(Assert.Throws<MigrationException>(() => Code.Plan(catalog, DatabaseState.None))!.Message, Is.EqualTo(
            """
            TM1012: Migration 20201006_First of module Accounts is in the manifest of assembly Emitted, but its class is not in the assembly.
              class  Emitted.Accounts.M20201006_First.First
            A published program that is trimmed keeps its migrations only where its project says so: <TrimmerRootAssembly Include="Emitted" />.
            """));
    }

    [Test]
    public void EveryProblemIsNamedOnceInAPlan() => Assert.That(
        Code.Plan(Catalog, DatabaseState.None).Problems.Select(problem => problem.Code),
        Is.EqualTo(["TM2001", "TM2108", "TM1012", "TM1012", "TM2104"]));

    [Test]
    public void NoneOfItMattersWhenItIsApplied()
    {
        var applied = Catalog.Migrations.Select(migration => new JournalEntry
        {
            Module = migration.Id.Module,
            Id = migration.Id.Text,
            Fingerprint = migration.Fingerprint,
            Kind = JournalKind.Applied,
            At = DateTimeOffset.UnixEpoch,
            LibraryVersion = "",
            ApplicationVersion = "",
            Machine = "",
        });

        Assert.That(Code.Plan(Catalog, Code.Database() with { Journal = [.. applied] }).IsUpToDate, Is.True);
    }
}
