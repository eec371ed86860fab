namespace TypedMigrations.Analyzers.Tests;

public sealed class MigrationWithDataFiles
{
    private const string Folder = "/src/Accounts/M20201027_ManyRoles/";

    private static readonly string _fingerprint = Module.WithOneMigration
        .WithData(Folder + "bootstrap-data.json", "[\n  1\n]\n")
        .WithData(Folder + "old/more.json", "[]")
        .Fingerprint();

    [TestCase("bootstrap-data.json", "[\n  2\n]\n", TestName = "ChangesItsFingerprintWithTheContent")]
    [TestCase("bootstrap-data.json", "[\n 1\n]\n", TestName = "ChangesItsFingerprintWithASpaceInTheContent")]
    [TestCase("bootstrap_data.json", "[\n  1\n]\n", TestName = "ChangesItsFingerprintWithTheFilesName")]
    [TestCase("old/bootstrap-data.json", "[\n  1\n]\n", TestName = "ChangesItsFingerprintWithTheFilesFolder")]
    public void ChangesItsFingerprint(string path, string text) =>
        Assert.That(WithBootstrapData(Folder + path, text), Is.Not.EqualTo(_fingerprint));

    [TestCase(Folder + "bootstrap-data.json", "[\r\n  1\r\n]\r\n", TestName = "KeepsItsFingerprintWithWindowsLineEndings")]
    [TestCase(Folder + "bootstrap-data.json", "[\r  1\r]\r", TestName = "KeepsItsFingerprintWithOldLineEndings")]
    [TestCase(Folder + "bootstrap-data.json", "\uFEFF[\n  1\n]\n", TestName = "KeepsItsFingerprintWithAByteOrderMark")]
    [TestCase("/elsewhere/M20201027_ManyRoles/bootstrap-data.json", "[\n  1\n]\n", TestName = "KeepsItsFingerprintInAnotherPlace")]
    [TestCase("/M20201027_ManyRoles/in/M20201027_ManyRoles/bootstrap-data.json", "[\n  1\n]\n", TestName = "KeepsItsFingerprintBelowAFolderOfTheSameName")]
    [TestCase(@"C:\src\M20201027_ManyRoles\bootstrap-data.json", "[\n  1\n]\n", TestName = "KeepsItsFingerprintOnWindows")]
    [TestCase("M20201027_ManyRoles/bootstrap-data.json", "[\n  1\n]\n", TestName = "KeepsItsFingerprintWithARelativePath")]
    public void KeepsItsFingerprint(string path, string text) =>
        Assert.That(WithBootstrapData(path, text), Is.EqualTo(_fingerprint));

    [Test]
    public void ChangesItsFingerprintWithAnEmptyFile() =>
        Assert.That(Module.WithOneMigration.WithData(Folder + "test-data.json", "").Fingerprint(), Is.Not.EqualTo(Module.WithOneMigration.Fingerprint()));

    [Test]
    public void ChangesItsFingerprintWhereTwoFilesSwapTheirContents() =>
        Assert.That(
            Module.WithOneMigration.WithData(Folder + "a.json", "1").WithData(Folder + "b.json", "2").Fingerprint(),
            Is.Not.EqualTo(Module.WithOneMigration.WithData(Folder + "a.json", "2").WithData(Folder + "b.json", "1").Fingerprint()));

    [Test]
    public void KeepsItsFingerprintWhateverTheOrderOfFiles() =>
        Assert.That(
            Module.WithOneMigration
                .WithData(Folder + "old/more.json", "[]")
                .WithData(Folder + "bootstrap-data.json", "[\n  1\n]\n")
                .Fingerprint(),
            Is.EqualTo(_fingerprint));

    [Test]
    public void KeepsItsFingerprintWhereAFileIsPassedTwice() =>
        Assert.That(
            Module.WithOneMigration
                .WithData(Folder + "bootstrap-data.json", "[\n  1\n]\n")
                .WithData(Folder + "bootstrap-data.json", "[\n  1\n]\n")
                .WithData(Folder + "old/more.json", "[]")
                .Fingerprint(),
            Is.EqualTo(_fingerprint));

    [TestCase("/src/Accounts/PublicAPI.Shipped.txt")]
    [TestCase("/src/Accounts/M20201027_ManyRoles")]
    [TestCase("/src/Accounts/M20201027_ManyRoles.json")]
    [TestCase("/src/Accounts/M20201027_ManyRolesAgain/bootstrap-data.json")]
    [TestCase("/src/Accounts/m20201027_manyroles/bootstrap-data.json")]
    public void KeepsItsFingerprintWithFilesOfOthers(string path) =>
        Assert.That(Module.WithOneMigration.WithData(path, "{}").Fingerprint(), Is.EqualTo(Module.WithOneMigration.Fingerprint()));

    [Test]
    public void TakesNoFileWhereItHasNoNamespace()
    {
        var module = Module.Empty.With("First.cs", "class First : TypedMigrations.Migration;");

        Assert.That(module.WithData("/src//data.json", "{}").Fingerprint(), Is.EqualTo(module.Fingerprint()));
    }

    [Test]
    public void TakesAFileThatCannotBeReadForAnEmptyOne() =>
        Assert.That(
            Module.WithOneMigration.With(new DataText(Folder + "a.json", null)).Fingerprint(),
            Is.EqualTo(Module.WithOneMigration.WithData(Folder + "a.json", "").Fingerprint()));

    private static string WithBootstrapData(string path, string text) =>
        Module.WithOneMigration.WithData(path, text).WithData(Folder + "old/more.json", "[]").Fingerprint();
}
