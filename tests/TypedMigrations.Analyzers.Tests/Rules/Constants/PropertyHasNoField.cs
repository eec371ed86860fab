using TypedMigrations.Analyzers.Rules.Constants;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Constants;

namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

public sealed class PropertyHasNoField
{
    private const string Code = """
        using TypedMigrations;

        namespace Accounts.M20201027_ManyRoles;

        public sealed class ManyRoles : Migration;

        public static class AccountTable
        {
            public static readonly Table<Account> Table = {|#0:new("accounts")|};
            public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
            public static readonly Index<Account> ById = Table.Index("by_id", Id);
        }

        public sealed record Account(string Id, string? HomeTown)
        {
            public int Length => Id.Length;
        }
        """;

    private const string Records = """

        public sealed record Account(string Id, Address Home, List<Phone>? Phones, Dictionary<string, Phone[]>? Groups);

        public sealed record Address(string City, string? Zip);

        public sealed record Phone(string Number, int Rank);
        """;

    private const string Holders = """
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
        public static readonly Field<Account, Address> Home = {|#0:Table.Required("home", a => a.Home)|};
        public static readonly Field<Account, List<Phone>?> Phones = {|#1:Table.Optional("phones", a => a.Phones)|};
        public static readonly Field<Account, Dictionary<string, Phone[]>?> Groups = {|#2:Table.Optional("groups", a => a.Groups)|};
        """;

    private const string City = """public static readonly Field<Account, string> City = Home.Required("city", h => h.City);""";
    private const string Zip = """public static readonly Field<Account, string?> Zip = Home.Optional("zip", h => h.Zip);""";
    private const string Numbers = """public static readonly Field<Account, string> Number = Phones.Each().Required("number", p => p.Number);""";
    private const string Ranks = """public static readonly Field<Account, int> Rank = Phones.Each().Required("rank", p => p.Rank);""";
    private const string GroupNumbers = """public static readonly Field<Account, string> GroupNumber = Groups.EachValue().Each().Required("number", p => p.Number);""";
    private const string GroupRanks = """public static readonly Field<Account, int> GroupRank = Groups.EachValue().Each().Required("rank", p => p.Rank);""";

    [Test]
    public Task IsReportedWithTheLineToAdd() => RuleTest<PropertyWithoutField>.VerifyMessage(
        "TM0204",
        "Property Account.HomeTown has no field in AccountTable, so that it would neither be read nor written: add "
        + "'public static readonly Field<Account, string?> HomeTown = Table.Optional(\"home_town\", a => a.HomeTown);', or remove the property",
        Code);

    [Test]
    public Task IsRepairedByAField() => RuleTest<PropertyWithoutField>.VerifyFix<AddField>(
        Code.Replace("#0", "TM0204"),
        Code.Replace("{|#0:new(\"accounts\")|}", "new(\"accounts\")").Replace(
            "(a => a.Id);\n",
            "(a => a.Id);\n    public static readonly Field<Account, string?> HomeTown = Table.Optional(\"home_town\", a => a.HomeTown);\n"));

    [Test]
    public Task OfANestedRecordIsReportedWhereItIsHeld() => RuleTest<PropertyWithoutField>.VerifyMessage(
        "TM0204",
        "Property Address.Zip has no field in AccountTable.Home, so that it would neither be read nor written: add "
        + "'public static readonly Field<Account, string?> Zip = Home.Optional(\"zip\", a => a.Zip);', or remove the property",
        AccountsCode.With(string.Join('\n', Unmarked(1, 2), City, Numbers, Ranks, GroupNumbers, GroupRanks), Records));

    [Test]
    public Task OfElementsAndValuesIsReportedWithEach() => RuleTest<PropertyWithoutField>.VerifyMessage(
        "TM0204",
        "Property Phone.Rank has no field in AccountTable.Groups, so that it would neither be read nor written: add "
        + "'public static readonly Field<Account, int> GroupsRank = Groups.EachValue().Each().Required(\"rank\", p => p.Rank);', or remove the property",
        AccountsCode.With(string.Join('\n', Unmarked(0, 1).Replace("#2", "#0"), City, Zip, Numbers, Ranks, GroupNumbers), Records));

    [Test]
    public Task OfElementsIsRepairedByAField() => RuleTest<PropertyWithoutField>.VerifyFix<AddField>(
        AccountsCode.With(string.Join('\n', Unmarked(0, 2).Replace("#1", "TM0204"), City, Zip, GroupNumbers, GroupRanks, Ranks), Records),
        AccountsCode.With(string.Join('\n', Unmarked(0, 1, 2), City, Zip, GroupNumbers, GroupRanks, Ranks, Numbers), Records));

    [Test]
    public Task IsSilentWhereEveryDepthIsCovered() => RuleTest<PropertyWithoutField>.Verify(
        AccountsCode.With(string.Join('\n', Unmarked(0, 1, 2), City, Zip, Numbers, Ranks, GroupNumbers, GroupRanks), Records));

    [Test]
    public Task IsSilentWhereAnotherClassOfConstantsHasTheFields() => RuleTest<PropertyWithoutField>.Verify(
        AccountsCode.With(string.Join('\n', Unmarked(0, 1, 2), Numbers, Ranks, GroupNumbers, GroupRanks), Records + $$"""


            public static class HomeFields
            {
                {{City.Replace("= Home", "= AccountTable.Home")}}
                {{Zip.Replace("= Home", "= AccountTable.Home")}}
            }
            """));

    [Test]
    public Task IsSilentOnInheritedAndOverriddenProperties() => RuleTest<PropertyWithoutField>.Verify(AccountsCode.With(
        """
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
        public static readonly Field<Account, string?> Name = Table.Optional("name", a => a.Name);
        """,
        """

        public abstract record Base(string Id)
        {
            public virtual string? Name { get; init; }
        }

        public sealed record Account(string Id) : Base(Id)
        {
            public override string? Name { get; init; }
        }
        """));

    [Test]
    public Task IsSilentWhereAFieldIsDeclaredInAWayThatTheBuildCannotRead() => RuleTest<PropertyWithoutField>.Verify(AccountsCode.With(
        """
        public static readonly Table<Account> Table = new("accounts");
        public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
        public static readonly Field<Account, string> Email = Declared();

        private static Field<Account, string> Declared() => Table.Required("email", a => a.Email);
        """));

    [Test]
    public Task IsReportedWhereTwoFieldsNameOne() => RuleTest<PropertyWithoutField>.VerifyMessage(
        "TM0204",
        "Fields AccountTable.Email and AccountTable.Mail both name property Account.Email, which can hold the value of one only: let AccountTable.Mail name a property of its own",
        AccountsCode.With("""
            public static readonly Table<Account> Table = new("accounts");
            public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
            public static readonly Field<Account, string> Email = Table.Required("email", a => a.Email);
            public static readonly Field<Account, string> Mail = Table.Required("mail", a => {|#0:a.Email|});
            """));

    private static string Unmarked(params int[] places)
    {
        var code = Holders;
        foreach (var place in places)
        {
            var start = code.IndexOf($"{{|#{place}:", StringComparison.Ordinal);
            var end = code.IndexOf("|}", start, StringComparison.Ordinal);
            code = code[..start] + code[(start + 5)..end] + code[(end + 2)..];
        }

        return code;
    }
}
