using TypedMigrations.Testing.Tests.Shop;

namespace TypedMigrations.Testing.Tests;

/// <summary>The whole way, as a module's own test goes it, in the folder of this project.</summary>
[NonParallelizable]
public sealed class ModuleTestOfThreeLines
{
    private string? _before;
    private string _latest = "";
    private byte[] _verified = [];

    [SetUp]
    public void Remember()
    {
        _before = Environment.GetEnvironmentVariable(SchemaSnapshots.AcceptVariable);
        _latest = Path.Combine(Snapshots.ProjectFolder.Of(typeof(ShopModule).Assembly), "Shop", "Latest", "Schema.verified.txt");
        _verified = File.ReadAllBytes(_latest);
    }

    [TearDown]
    public void Restore()
    {
        Environment.SetEnvironmentVariable(SchemaSnapshots.AcceptVariable, _before);
        File.WriteAllBytes(_latest, _verified);
        File.Delete(_latest.Replace("verified", "received", StringComparison.Ordinal));
    }

    [Test]
    public void PassesWhereTheSchemasAreAsVerified()
    {
        Environment.SetEnvironmentVariable(SchemaSnapshots.AcceptVariable, null);

        Assert.That(SchemaSnapshots.Verify<ShopModule>, Throws.Nothing);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("false")]
    public void FailsWhereOneIsNot(string? accept)
    {
        Environment.SetEnvironmentVariable(SchemaSnapshots.AcceptVariable, accept);
        File.WriteAllText(_latest, "table other");

        Assert.That(SchemaSnapshots.Verify<ShopModule>, Throws.TypeOf<SnapshotMismatchException>());
    }

    [TestCase("true")]
    [TestCase("True")]
    public void AcceptsWhereTheVariableSaysSo(string accept)
    {
        Environment.SetEnvironmentVariable(SchemaSnapshots.AcceptVariable, accept);
        File.WriteAllText(_latest, "table other");

        SchemaSnapshots.Verify<ShopModule>();

        Assert.That(File.ReadAllBytes(_latest), Is.EqualTo(_verified));
    }
}
