using LiteDB;
using TypedMigrations;

namespace Disco.Tests;

/// <summary>Entries of the maps as nobody meant them: they become documents, stay, or fail the run. None is lost.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MapsOfOddShape : IDisposable
{
    private readonly RealRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Test]
    public async Task EntriesWithoutAnIdOrWithATakenOneGetAKeyOfTheirPlace()
    {
        await Survey("s1", """{ "supportRoles": [ {"id": "a", "name": "one"}, {"name": "two"}, {"id": "A", "name": "three"}, {"id": " "}, {"id": null} ] }""");

        var after = await _runs.RunToTheEndAsync();

        Assert.That(Own(after["support_role_types"]).Select(type => $"{type["_id"].AsString} {type["name"].RawValue}"), Is.EquivalentTo(["a one", "s1:1 two", "A:2 three", "s1:3 ", "s1:4 "]));
    }

    [Test]
    public async Task NamesThatAreTakenGetANumber()
    {
        await Survey("s1", """{ "userNeeds": [ {"id": "a", "name": "Tent"}, {"id": "b", "name": "TENT"}, {"id": "c", "name": ""}, {"id": "d", "name": ""}, {"id": "e"} ] }""");

        var after = await _runs.RunToTheEndAsync();

        Assert.That(Own(after["user_need_types"]).Select(type => type["name"].RawValue), Is.EqualTo(new[] { "Tent", "TENT (2)", "", "", null }));
    }

    [Test]
    public async Task WhatElseAMapOrAnEntryHoldsIsKept()
    {
        await Survey("s1", """{ "supportRoles": [ {"id": "a", "color": "red", "more": {"x": [1, null]}} ], "drivers": [ {"id": "d1"} ], "userNeeds": null }""");

        var after = await _runs.RunToTheEndAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Own(after["support_role_types"]).Single()["color"].AsString, Is.EqualTo("red"));
            Assert.That(Own(after["support_role_types"]).Single()["more"].ToString(), Is.EqualTo("""{"x":[1,null]}"""));
            Assert.That(after["survey_projects"].Single(survey => survey["_id"] == "s1")["drivers"].ToString(), Is.EqualTo("""[{"id":"d1"}]"""));
        });
    }

    [TestCase("""{ "supportRoles": "none" }""", "TM4002")]
    [TestCase("""{ "supportRoles": { "id": "a" } }""", "TM4002")]
    [TestCase("""{ "supportRoles": [ null ] }""", "TM4002")]
    [TestCase("""{ "supportRoles": [ "a" ] }""", "TM4002")]
    [TestCase("""{ "supportRoles": [ {"id": 7} ] }""", "TM4002")]
    [TestCase("""[ {"id": "a"} ]""", "TM4002")]
    [TestCase("\"none\"", "TM4002")]
    [TestCase("""{ "created_at": 5 }""", "TM4003")]
    public async Task TypesThatCannotBecomeDocumentsFailTheRun(string map, string code)
    {
        await Survey("s1", map);

        Assert.That((await Refused()).Message, Does.StartWith(code).And.Contain("survey_projects").And.Contain("\"s1\""));
    }

    [TestCase("-1")]
    [TestCase("2.5")]
    [TestCase("true")]
    [TestCase("\"many\"")]
    [TestCase("\"-3\"")]
    [TestCase("[1]")]
    [TestCase("1e30")]
    public async Task APledgeThatIsNoWholeNumberFailsTheRun(string pledged)
    {
        await Answers($$"""{ "userNeeds": [ {"id": "v", "pledged": {{pledged}}} ] }""");

        Assert.That((await Refused()).Message, Does.Match("^TM400[12]").And.Contain("survey_users").And.Contain("\"u1\""));
    }

    [Test]
    public async Task AnIdThatTwoSurveysHaveFailsTheRun()
    {
        await Survey("s1", """{ "supportRoles": [ {"id": "a"} ] }""");
        await Survey("s2", """{ "supportRoles": [ {"id": "a"} ] }""");

        Assert.That((await Refused()).Message, Does.StartWith("TM4005").And.Contain("support_role_types").And.Contain("\"a\""));
    }

    private Task Survey(string id, string map) => _runs.RunAsync("20201029", database => database.GetCollection("survey_projects").Insert(
        new BsonDocument { ["_id"] = id, ["sys_account_project_ref_id"] = "project of " + id, ["created_at"] = 1L, ["survey_schema_types"] = JsonSerializer.Deserialize(map) }));

    private Task Answers(string map) => _runs.RunAsync("20201029", database => database.GetCollection("survey_users").Insert(
        new BsonDocument { ["_id"] = "u1", ["survey_schema_values"] = JsonSerializer.Deserialize(map) }));

    private async Task<MigrationException> Refused() => (await Assert.ThrowsAsync<MigrationException>(() => _runs.RunToTheEndAsync()))!;

    /// <summary>All but those of the bootstrap data.</summary>
    private static IEnumerable<BsonDocument> Own(BsonDocument[] types) => types.Where(type => !type["_id"].AsString.StartsWith("bootstrap-", StringComparison.Ordinal));
}
