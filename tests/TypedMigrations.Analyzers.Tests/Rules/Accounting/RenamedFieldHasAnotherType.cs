using TypedMigrations.Analyzers.Rules.Accounting;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Accounting;

namespace TypedMigrations.Analyzers.Tests.Rules.Accounting;

public sealed class RenamedFieldHasAnotherType
{
    [Test]
    public Task IsReportedWithTheLineToWrite() => RuleTest<RenameChangesType>.VerifyMessage(
        "TM0305",
        "Old.AccountTable.Value is string and AccountTable.Renamed is int: a rename keeps values as they are, and they would not read as the new type; "
        + "write 'up.Convert(Old.AccountTable.Value, AccountTable.Renamed, value => …);'",
        Now("int", "{|#0:Rename|}"), Before("string"));

    [Test]
    public Task IsReportedForAnEnumerationThatLostAMember() => RuleTest<RenameChangesType>.VerifyMessage(
        "TM0305",
        "Old.AccountTable.Value is Kind by name (Guest, User) and AccountTable.Renamed is Kind by name (Guest): a rename keeps values as they are, and they would not read as the new type; "
        + "write 'up.Convert(Old.AccountTable.Value, AccountTable.Renamed, value => …);'",
        Now("Kind", "{|#0:Rename|}", "public enum Kind { Guest }"), Before("Kind", "public enum Kind { Guest, User }"));

    [Test]
    public Task IsReportedForAnEnumerationThatIsStoredOtherwise() => RuleTest<RenameChangesType>.Verify(
        Now("Kind", "{|TM0305:Rename|}", "public enum Kind { Guest }"), Before("Kind", "public enum Kind { Guest }").Replace("a => a.Value)", "a => a.Value, EnumStorage.Number)"));

    [TestCase("int", "long", "Convert", ", value => value")]
    [TestCase("int", "double", "Convert", ", value => value")]
    [TestCase("int?", "long?", "Convert", ", value => value")]
    [TestCase("long", "int", "Convert", ", value => checked((int)value)")]
    [TestCase("string", "int", "Convert", ", value => throw new System.NotImplementedException()")]
    [TestCase("long?", "int", "Convert", ", value => throw new System.NotImplementedException()")]
    [TestCase("string", "string[]", "Wrap", "")]
    [TestCase("string[]", "string", "Unwrap", "")]
    public Task IsRepaired(string old, string renamed, string verb, string function) => RuleTest<RenameChangesType>.VerifyFix<ConvertInstead>(
        Now(renamed, "{|TM0305:Rename|}"), Now(renamed, verb).Replace("AccountTable.Renamed);", $"AccountTable.Renamed{function});"), Before(old));

    [TestCase("int", "int?")]
    [TestCase("string?", "string")]
    [TestCase("string[]", "System.Collections.Generic.List<string>")]
    [TestCase("System.Collections.Generic.Dictionary<string, int>", "System.Collections.Generic.IReadOnlyDictionary<string, int>?")]
    [TestCase("object", "object?")]
    [TestCase("byte[]", "byte[]?")]
    [TestCase("LiteDB.ObjectId", "LiteDB.ObjectId?")]
    public Task IsSilentOnOneStoredForm(string old, string renamed) => RuleTest<RenameChangesType>.Verify(Now(renamed, "Rename"), Before(old));

    [Test]
    public Task IsSilentOnRecordsAndOnEnumerationsThatGain() => RuleTest<RenameChangesType>.Verify(
        Now("Dictionary<Kind, Part[]>", "Rename", "public enum Kind { Guest, User }\npublic sealed record Part(int Size);"),
        Before("IReadOnlyDictionary<Kind, List<Part>>", "public enum Kind { Guest }\npublic sealed record Part(string Text);"));

    [Test]
    public Task IsSilentOnAReferenceThatFollowsItsDocument() => RuleTest<RenameChangesType>.Verify(
        Now("int", "Rename"), Before("string").Replace("// more", "public static readonly Reference ToAccount = Value.References(Id);"));

    [Test]
    public Task IsSilentOnTables() => RuleTest<RenameChangesType>.Verify(
        Now("int", "Rename").Replace("AccountTable.Value, AccountTable.Renamed", "AccountTable.Table, AccountTable.Table"), Before("string"));

    [Test]
    public Task IsSilentOnBrokenCode() => RuleTest<RenameChangesType>.Verify(
        Now("int", "Rename").Replace("Old.AccountTable.Value", "Old.AccountTable.{|CS0117:Nothing|}"), Before("string"));

    private static string Before(string type, string more = "") => $$"""
        using System.Collections.Generic;
        using TypedMigrations;

        namespace Accounts.M20201026_Before;

        public sealed class Before : Migration;

        public sealed record Account(string Id, {{type}} Value);
        {{more}}
        public static class AccountTable
        {
            public static readonly Table<Account> Table = new("accounts");
            public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
            public static readonly Field<Account, {{type}}> Value = Table.Required("value", a => a.Value);
            // more
        }
        """;

    private static string Now(string type, string verb, string more = "") => $$"""
        using System.Collections.Generic;
        using TypedMigrations;
        using Old = Accounts.M20201026_Before;

        namespace Accounts.M20201027_Now;

        public sealed record Account(string Id, {{type}} Renamed);
        {{more}}
        public static class AccountTable
        {
            public static readonly Table<Account> Table = new("accounts");
            public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
            public static readonly Field<Account, {{type}}> Renamed = Table.Required("renamed", a => a.Renamed);
        }

        public sealed class Now : Migration
        {
            public override void Up(Steps up)
            {
                up.{{verb}}(Old.AccountTable.Value, AccountTable.Renamed);
            }
        }
        """;
}
