namespace TypedMigrations.Analyzers.Tests;

public sealed class MigrationThatReplacesOthers
{
    [Test]
    public void ListsTheirIdsAsWritten() => Assert.That(ReplacedBy("""[Replaces("20201006_First", "20201022_Second")]"""), Is.EqualTo("20201006_First,20201022_Second"));

    [Test]
    public void ListsASingleOne() => Assert.That(ReplacedBy("""[Replaces("20201006_First")]"""), Is.EqualTo("20201006_First"));

    [Test]
    public void ListsEachHistory() => Assert.That(
        ReplacedBy("""[Replaces("20201006_First", "20201022_Second")] [Replaces("20201010_Squashed", "20201022_Second")]"""),
        Is.EqualTo("20201006_First,20201022_Second;20201010_Squashed,20201022_Second"));

    [Test]
    public void ListsConstants() => Assert.That(ReplacedBy("""[Replaces("20201006" + "_First", new[] { nameof(Squash) })]"""), Is.EqualTo("20201006_First,Squash"));

    [TestCase("\"\"")]
    [TestCase("null!")]
    public void KeepsWhatIsNoIdInSight(string id) => Assert.That(ReplacedBy($"[Replaces({id})]"), Is.EqualTo("?"));

    [TestCase("a|b,c;d")]
    public void KeepsTheSignsOfTheManifestOut(string id) => Assert.That(ReplacedBy($"[Replaces(\"{id}\")]"), Is.EqualTo("a?b?c?d"));

    [Test]
    public void ListsNoOtherAttribute() => Assert.That(
        ReplacedBy("""[Mine.Replaces("20201006_First")]""", "namespace Mine { class ReplacesAttribute(string id) : System.Attribute { public string Id => id; } }"), Is.Empty);

    [Test]
    public void HasAnotherFingerprintWithAnotherList() => Assert.That(
        Entry("""[Replaces("20201006_First")]""").Split('|')[2], Is.Not.EqualTo(Entry("""[Replaces("20201006_Second")]""").Split('|')[2]));

    private static string ReplacedBy(string attributes, string more = "") => Entry(attributes, more).Split('|')[5];

    private static string Entry(string attributes, string more = "") =>
        Module.Empty.With("Squash.cs", $"#nullable enable\nusing TypedMigrations; {attributes} class Squash : Migration; {more}").Manifest().Entries.Single();
}
