using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class StoresOwnTypeIsDeclared
{
    [Test]
    public Task IsReported() => RuleTest<StoreTypeInConstants>.VerifyMessage(
        "TM0210",
        "AccountTable.Id is of LiteDB's own type ObjectId, which binds the module to LiteDB: declare a neutral type, or set the severity of TM0210 to none for a module that chooses LiteDB",
        With("{|#0:LiteDB.ObjectId|}", "LiteDB.ObjectId"));

    [TestCase("List<{|TM0210:LiteDB.ObjectId|}>", "List<LiteDB.ObjectId>")]
    [TestCase("{|TM0210:LiteDB.BsonDocument|}", "LiteDB.BsonDocument")]
    [TestCase("{|TM0210:DbRef<string>|}", "DbRef<string>")]
    [TestCase("{|TM0210:DbRef<string>|}?", "DbRef<string>?")]
    public Task IsReportedFor(string marked, string type) => RuleTest<StoreTypeInConstants>.Verify(With(marked, type));

    [TestCase("string")]
    [TestCase("Guid")]
    [TestCase("Dictionary<string, object?>")]
    [TestCase("ObjectId")]
    public Task IsSilentOnNeutralTypes(string type) => RuleTest<StoreTypeInConstants>.Verify(With(type, type));

    [Test]
    public Task IsSilentOutsideOfConstants() => RuleTest<StoreTypeInConstants>.Verify(AccountsCode.With(
        """
        public static readonly Table<Account> Table = new("accounts");
        private static string Text(LiteDB.ObjectId id) => id.ToString();
        """));

    private static string With(string field, string property) => AccountsCode.With(
        $"""
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, {field}> Id = Table.Key(a => a.Id);
        """,
        $"\npublic sealed record Account({property} Id);\n\npublic sealed record ObjectId(string Text);\n");
}
