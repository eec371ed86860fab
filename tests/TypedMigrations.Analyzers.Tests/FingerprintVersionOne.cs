namespace TypedMigrations.Analyzers.Tests;

/// <summary>Journals hold v1 fingerprints for good. Where this test fails, the algorithm is to be restored, or to become v2.</summary>
public sealed class FingerprintVersionOne
{
    [Test]
    public void IsExactlyThisForTheSample() =>
        Assert.That(
            Module.WithOneMigration
                .With("Models/Role.cs", $"using Text = System.String;\nnamespace {Sample.Namespace}.Models;\nclass Role<T>;\nenum Kind {{ Guest }}\n")
                .WithData("/src/M20201027_ManyRoles/bootstrap-data.json", "[\n  { \"name\": \"Zoë\" }\n]\n")
                .WithData("/src/M20201027_ManyRoles/old/test-data.json", "[]\n")
                .Fingerprint(),
            Is.EqualTo("v1:e6db2cb9de4498cc1e92af474755b0d446426db396aab8585d3d086145b91b49"));

    [Test]
    public void IsExactlyThisForTheSmallestMigration() =>
        Assert.That(
            Module.Empty.With("First.cs", "namespace A.M20200101_First;\nclass First : TypedMigrations.Migration { }\n").Fingerprint(),
            Is.EqualTo("v1:c2f10d7ca12955a7efa4ca18d07062bd23b1308ec77793bc7d8836408ab6db5c"));
}
