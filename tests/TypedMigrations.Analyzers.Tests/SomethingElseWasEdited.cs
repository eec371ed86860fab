using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMigrations.Analyzers.Tests;

/// <summary>A fingerprint speaks of its own migration and of nothing else.</summary>
public sealed class SomethingElseWasEdited
{
    [TestCase("namespace Accounts; class Live;")]
    [TestCase("class Everywhere;")]
    [TestCase("namespace M20201027_ManyRoles; class Elsewhere;")]
    [TestCase("namespace Accounts.M20201027_ManyRolesAgain; class Later;")]
    [TestCase("namespace Other.Accounts.M20201027_ManyRoles; class Other;")]
    [TestCase("global using Text = System.String;")]
    [TestCase("[assembly: System.Reflection.AssemblyTitle(\"Accounts\")]")]
    public void KeepsTheFingerprint(string code) =>
        Assert.That(
            Module.WithOneMigration.With("Other.cs", code).Fingerprint(),
            Is.EqualTo(Module.WithOneMigration.Fingerprint()));

    [Test]
    public void KeepsTheFingerprintOfEveryOtherMigration()
    {
        var before = Module.WithOneMigration.With("Next.cs", "namespace Accounts.M20201028_Next; class Next : TypedMigrations.Migration;");
        var after = Module.WithOneMigration.With("Next.cs", "namespace Accounts.M20201028_Next; sealed class Next : TypedMigrations.Migration;");

        Assert.That(after.Manifest().Entries[0], Is.EqualTo(before.Manifest().Entries[0]));
        Assert.That(after.Manifest().Entries[1], Is.Not.EqualTo(before.Manifest().Entries[1]));
    }

    [Test]
    public void KeepsTheFingerprintInAnAssemblyOfAnotherName()
    {
        var renamed = Module.WithOneMigration.Compilation()
            .WithAssemblyName("Renamed")
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

        Assert.That(Manifest.Of(renamed, []).Entries, Is.EqualTo(Module.WithOneMigration.Manifest().Entries));
    }
}
