using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Architecture;

public sealed class SourceFiles
{
    private const int LineLimit = 500;

    [Test]
    public void AreThere() => Assert.That(Repository.Sources("*.cs").Count(), Is.GreaterThan(50));

    [Test]
    public void AreNotTooLong() => Assert.That(
        Repository.Sources("*.cs").Where(file => File.ReadLines(file).Count() > LineLimit).Select(file => Path.GetRelativePath(Repository.Root, file)), Is.Empty);

    [Test]
    public void LieInFoldersThatSayWhatHappensThere() => Assert.That(
        Repository.Sources("*.cs")
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar).Any(part => part is "Utils" or "Utilities" or "Helpers" or "Common" or "Misc")),
        Is.Empty);
}
