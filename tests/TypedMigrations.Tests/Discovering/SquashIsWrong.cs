using TypedMigrations.Discovering;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Discovering;

public sealed class SquashIsWrong
{
    private static readonly string[] Replaced = ["20201006_First", "20201022_Second"];

    private static string Problems(string squash, string[] replaces, params string[] others) => string.Join("\n\n",
        new MigrationCatalog([Code.Migration(squash, replaces: [replaces]), .. others.Select(other => Code.Migration(other))], []).Problems);

    [Test]
    public void WhileWhatItReplacesIsStillInTheCode() => Assert.That(Problems("20201022_Second", Replaced, "20201006_First", "20201103_Third"), Is.EqualTo(
        """
        TM1302: Migration 20201006_First of module Accounts is still in the code, and 20201022_Second replaces it.
          class  Accounts.M20201006_First.Migration
        Remove the folder M20201006_First, or take its id out of [Replaces].
        """));

    [Test]
    public void WhereItIsOlderThanWhatItReplaces() => Assert.That(Problems("20201010_Squashed", Replaced), Is.EqualTo(
        """
        TM1303: Migration 20201010_Squashed of module Accounts replaces the later 20201022_Second.
        Give it the namespace M20201022_Second: a squash stands where the last migration stood that it replaces.
        """));

    [Test]
    public void WhereAnotherComesBeforeIt() => Assert.That(Problems("20201128_Squashed", Replaced, "20201103_Third"), Is.EqualTo(
        """
        TM1303: Migration 20201128_Squashed of module Accounts replaces older ones, but is not the first of its module: 20201103_Third comes before it.
        A squash is a first migration: let it replace 20201103_Third too, or give it the namespace of the last migration that it replaces.
        """));

    [TestCase("20201306_First", "\"20201306_First\" is no stamp and name")]
    [TestCase("M20201006_First", "\"M20201006_First\" is no stamp and name")]
    [TestCase("?", "\"?\" is no stamp and name")]
    [TestCase("20201022_First", "\"20201022_Second\" is not later than \"20201022_First\", which stands before it")]
    [TestCase("20201022_Second", "\"20201022_Second\" is not later than \"20201022_Second\", which stands before it")]
    public void WhereItsListCannotBeRead(string first, string fault) => Assert.That(Problems("20201128_Squashed", [first, "20201022_Second"]), Is.EqualTo(
        $"""
        TM1304: What migration 20201128_Squashed of module Accounts replaces cannot be told.
          [Replaces]  {fault}
        Write the ids of the replaced migrations as their folders have them, without the M, oldest first: [Replaces("20201006_First", "20201022_Second")]
        """));

    [Test]
    public void WhereItReplacesItselfAlone() => Assert.That(Problems("20201022_Second", ["20201022_Second"]), Does.Contain("\n  [Replaces]  it names only the migration itself\n"));

    [TestCase("20201022_Second")]
    [TestCase("20201022_Squashed")]
    [TestCase("20201128_Squashed")]
    public void ButNotWhereItIsTheFirstAndNotOlder(string id) => Assert.That(Problems(id, Replaced, "20201129_Next", "Disco/20201006_First"), Is.Empty);

    [Test]
    public void AndATimeOfMidnightIsTheDate() => Assert.That(
        Code.Plan(new MigrationCatalog([Code.Migration("20201128_Squashed", replaces: [["20201006000000_First", "20201022_Second"]])], []), Code.Database(Replaced)).IsUpToDate, Is.True);
}
