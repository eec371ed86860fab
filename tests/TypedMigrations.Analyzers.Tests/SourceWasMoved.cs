namespace TypedMigrations.Analyzers.Tests;

public sealed class SourceWasMoved
{
    private const string Header = "using System;\nusing TypedMigrations;\nnamespace Accounts.M20201027_ManyRoles;\n";
    private const string Migration = "public sealed class ManyRoles : Migration;\n";
    private const string Role = "public sealed record Role(string Id);\n";
    private const string GenericRole = "public sealed record Role<T>(T Id);\n";

    private static readonly string _together = Module.Empty
        .With("/home/me/Migration.cs", Header + Migration + Role + GenericRole)
        .Fingerprint();

    [Test]
    public void KeepsTheFingerprintWhenATypeMovesToAnotherFile() =>
        Assert.That(
            Module.Empty.With("/home/me/Migration.cs", Header + Migration + GenericRole).With("/home/me/Models.cs", Header + Role).Fingerprint(),
            Is.EqualTo(_together));

    [Test]
    public void KeepsTheFingerprintWhenTheTypesOfAFileChangePlaces() =>
        Assert.That(
            Module.Empty.With("/home/me/Migration.cs", Header + GenericRole + Role + Migration).Fingerprint(),
            Is.EqualTo(_together));

    [Test]
    public void KeepsTheFingerprintWhateverTheOrderOfFiles() =>
        Assert.That(
            Module.Empty.With("Models.cs", Header + Role + GenericRole).With("Migration.cs", Header + Migration).Fingerprint(),
            Is.EqualTo(_together));

    [Test]
    public void KeepsTheFingerprintWhateverTheFolder() =>
        Assert.That(
            Module.Empty.With(@"C:\build\Accounts\Other.cs", Header + Migration + Role + GenericRole).Fingerprint(),
            Is.EqualTo(_together));

    [Test]
    public void KeepsTheFingerprintWhenThePartsOfATypeChangePlaces()
    {
        const string one = "partial class ManyRoles : Migration { int _one; }\n";
        const string two = "partial class ManyRoles { int _two; }\n";
        const string quiet = "#pragma warning disable CS0169\n";

        Assert.That(
            Module.Empty.With("1.cs", quiet + Header + two).With("2.cs", quiet + Header + one).Fingerprint(),
            Is.EqualTo(Module.Empty.With("1.cs", quiet + Header + one + two).Fingerprint()));
    }
}
