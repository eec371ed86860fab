namespace TypedMigrations.Analyzers.Tests;

public sealed class MigrationsOfOneNamespace
{
    [Test]
    public void ShareTheFingerprint()
    {
        var entries = Module.WithOneMigration
            .With("Second.cs", $"namespace {Sample.Namespace}; class Second : TypedMigrations.Migration;")
            .Manifest().Entries;

        Assert.That(entries, Has.Length.EqualTo(2));
        Assert.That(entries.Select(entry => entry.Split('|')[2]).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void CoverTheMigrationsOfTheNamespacesBelow()
    {
        const string above = "namespace Accounts.M20200101_A; class A : TypedMigrations.Migration;";
        const string below = "namespace Accounts.M20200101_A.M20200102_B; class B : TypedMigrations.Migration { const int Edition = 1; }";

        var before = Module.Empty.With("A.cs", above).With("B.cs", below).Manifest().Entries;
        var after = Module.Empty.With("A.cs", above).With("B.cs", below.Replace('1', '3')).Manifest().Entries;
        var edited = Module.Empty.With("A.cs", above).With("B.cs", below.Replace("= 1", "= 2")).Manifest().Entries;

        Assert.That(before.Zip(edited).Select(pair => pair.First == pair.Second), Is.All.False);
        Assert.That(after, Has.Length.EqualTo(2));
    }
}
