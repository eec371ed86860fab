using LiteDB;

namespace Disco.Tests;

/// <summary>The names of surveys and of those who answer them come from the documents of Accounts.</summary>
public sealed class NamesAreLookedUp
{
    private Dictionary<string, string> _surveys = [];
    private Dictionary<string, string> _users = [];

    [OneTimeSetUp]
    public async Task Migrate()
    {
        using var runs = new RealRuns();
        await runs.RunAsync("20201030", Write);
        var after = await runs.RunToTheEndAsync();
        _surveys = after["survey_projects"].ToDictionary(survey => survey["_id"].AsString, survey => survey["survey_project_name"].AsString);
        _users = after["survey_users"].ToDictionary(user => user["_id"].AsString, user => user["survey_user_name"].AsString);
    }

    [TestCase("s1", "Rain Barrels", Description = "The project's name.")]
    [TestCase("s2", "p-nameless", Description = "A project without a name.")]
    [TestCase("s3", "p-blank", Description = "A project with a blank one.")]
    [TestCase("s4", "p-gone", Description = "A project that is gone.")]
    [TestCase("s5", "s5", Description = "No project.")]
    [TestCase("s6", "s5 (2)", Description = "A project whose name is taken by then.")]
    [TestCase("bootstrap-survey-community", "Shared Beds")]
    public void OfASurvey(string survey, string name) => Assert.That(_surveys[survey], Is.EqualTo(name));

    [TestCase("u1", "ada", Description = "What stands before the @ of the account's address.")]
    [TestCase("u2", "ada (2)", Description = "Another answer of the same account.")]
    [TestCase("u3", "ADA (3)", Description = "The account of another provider.")]
    [TestCase("u4", "a-none", Description = "Nothing before the @.")]
    [TestCase("u5", "a-gone", Description = "An account that is gone.")]
    [TestCase("u6", "u6", Description = "No account.")]
    public void OfAUser(string user, string name) => Assert.That(_users[user], Is.EqualTo(name));

    private static void Write(LiteDatabase database)
    {
        database.GetCollection("projects").Insert([new BsonDocument { ["_id"] = "p-shared", ["name"] = "Rain Barrels" }, new BsonDocument { ["_id"] = "p-nameless" }, new BsonDocument { ["_id"] = "p-blank", ["name"] = "  " }, new BsonDocument { ["_id"] = "p-s5", ["name"] = "s5" }]);
        database.GetCollection("accounts").Insert([Account("a1", "ada@one.example"), Account("a3", "ADA@two.example"), Account("a-none", "@three.example")]);
        database.GetCollection("survey_projects").Insert([Survey("s1", "p-shared"), Survey("s2", "p-nameless"), Survey("s3", "p-blank"), Survey("s4", "p-gone"), Survey("s5", " "), Survey("s6", "p-s5")]);
        database.GetCollection("survey_users").Insert([User("u1", "a1"), User("u2", "a1"), User("u3", "a3"), User("u4", "a-none"), User("u5", "a-gone"), User("u6", BsonValue.Null)]);
    }

    private static BsonDocument Account(string id, string email) => new() { ["_id"] = id, ["email"] = email, ["verified"] = false };

    private static BsonDocument Survey(string id, string project) => new() { ["_id"] = id, ["sys_account_project_ref_id"] = project };

    private static BsonDocument User(string id, BsonValue account) => new() { ["_id"] = id, ["sys_account_account_ref_id"] = account };
}
