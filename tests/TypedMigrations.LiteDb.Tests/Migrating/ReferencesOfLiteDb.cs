using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class ReferencesOfLiteDb
{
    private static string Follow(string value) =>
        JsonSerializer.Serialize(new ReferenceFollowing(new ReferenceWork(Rekey: null, "old", "new", KeepsDangling: false), new KeyMaps(), () => { }).Follow(JsonSerializer.Deserialize(value)));

    [TestCase("""{"$id":1,"$ref":"old","more":[""]}""", """{"$id":1,"$ref":"new","more":[""]}""")]
    [TestCase("""{"$id":1,"$ref":"OLD"}""", """{"$id":1,"$ref":"new"}""")]
    [TestCase("""{"$id":1,"$ref":"other"}""", """{"$id":1,"$ref":"other"}""")]
    [TestCase("""{"$id":1}""", """{"$id":1}""")]
    [TestCase("""[{"$id":1,"$ref":"old"},null,{"$id":2,"$ref":"old"}]""", """[{"$id":1,"$ref":"new"},null,{"$id":2,"$ref":"new"}]""")]
    [TestCase("null", "null")]
    public void FollowTheirTable(string before, string after) => Assert.That(Follow(before), Is.EqualTo(after));
}
