using TypedMigrations.Cli.Loading;

namespace TypedMigrations.Cli.Tests.Loading;

/// <summary>Whether a command builds again, by the times of files and folders.</summary>
public sealed class ProjectWasBuilt : CliTest
{
    private static readonly DateTime Began = new(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    private string Project => Path.Combine(Folder, "Shop.csproj");

    [SetUp]
    public void Build()
    {
        Touch("Shop.csproj", Began.AddHours(-1));
        Touch("Shop.cs", Began.AddHours(-1));
        Touch(Path.Combine("bin", "Shop.dll"), Began.AddSeconds(1));
        Touch(Path.Combine("obj", "project.assets.json"), Began.AddSeconds(1));
        File.WriteAllText(Path.Combine(Folder, "obj", "project.assets.json"), """{ "libraries": {} }""");
        LastBuild.Write(Project, "Debug", Path.Combine(Folder, "bin", "Shop.dll"), Began);
    }

    [Test]
    public void IsFreshWhileNothingChanges() => Assert.That(IsFresh(), Is.True);

    [TestCase("Shop.cs")]
    [TestCase("Data/customers.json")]
    public void IsOldWhenASourceIsNewer(string file)
    {
        Touch(file, Began.AddMinutes(1));

        Assert.That(IsFresh(), Is.False);
    }

    [Test]
    public void IsOldWhenAFileWentOrCameWithAnOldTime()
    {
        File.Delete(Path.Combine(Folder, "Shop.cs"));
        Assert.That(IsFresh(), Is.False);

        Touch("Shop.cs", Began.AddHours(-1));
        Assert.That(IsFresh(), Is.True);

        Touch("Other.cs", Began.AddHours(-1));
        Assert.That(IsFresh(), Is.False);
    }

    [TestCase("shop.db")]
    [TestCase("shop.db.backups/20261123T090512000Z.db")]
    [TestCase("shop.db.migrating/copy.db")]
    public void IsFreshAfterARunThatWroteBesideTheDatabase(string file)
    {
        Touch(file, Began.AddMinutes(1));

        Assert.That(IsFresh(), Is.True);
    }

    private bool IsFresh() => LastBuild.TryRead(Project, "Debug")!.IsFresh();

    private void Touch(string file, DateTime time)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, time);
        if (Path.GetDirectoryName(path) != Folder)
            Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(path)!, time);
    }
}
