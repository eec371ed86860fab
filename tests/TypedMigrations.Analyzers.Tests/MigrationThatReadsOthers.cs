namespace TypedMigrations.Analyzers.Tests;

/// <summary>The manifest says what a migration's code names of the migrations that it depends on.</summary>
public sealed class MigrationThatReadsOthers
{
    private const string Others = """
        using TypedMigrations;

        namespace Accounts.M20200101_First
        {
            public sealed class First : Migration;

            public enum Kind { None, Guest }

            public sealed record Home(string City, string Street);

            public sealed record Account(string Id, string Email, Home? Home = null, long Created = 0, Kind Kind = Kind.None)
            {
                public string Domain => Email.Split('@')[1];
            }

            public static class AccountTable
            {
                public static readonly Table<Account> Table = new();
                public static readonly Field<Account, string> Id = new();
                public static readonly Field<Account, string> Email = new();
            }

            public static class Lookup
            {
                public static string? Of(StateBefore old) => old.Find(AccountTable.Email, "a")?.Id;
            }
        }

        namespace Accounts.M20200102_Second
        {
            public static class AccountTable { public static readonly Field<string, string> Id = new(); }
        }
        """;

    private const string Whole = "Account.Created,Account.Domain,Account.Email,Account.Home,Account.Id,Account.Kind,AccountTable.Id,Home.City,Home.Street";

    [TestCase("old.Find(AccountTable.Id, key)?.Email", "Account.Email,AccountTable.Id")]
    [TestCase("old.Find(AccountTable.Id, key)!.Home!.City", "Account.Home,AccountTable.Id,Home.City")]
    [TestCase("(old.Find(AccountTable.Id, key) ?? old.Find(AccountTable.Email, key))?.Created", "Account.Created,AccountTable.Email,AccountTable.Id")]
    [TestCase("old.Find(AccountTable.Id, key) is null", "AccountTable.Id")]
    [TestCase("old.Find(AccountTable.Id, key) == null", "AccountTable.Id")]
    [TestCase("old.Find(AccountTable.Id, key) is { Home: { City: \"Ulm\" } } found ? found.Kind == Kind.Guest : false", "Account.Home,Account.Kind,AccountTable.Id,Home.City")]
    [TestCase("old.Find(AccountTable.Id, key) switch { { Email: \"a\" } => 1, null => 2, _ => 3 }", "Account.Email,AccountTable.Id")]
    [TestCase("old.FindAll(AccountTable.Id, key).Where(a => a.Created > 1).OrderBy(a => a.Email).Select(a => a.Home!.Street).Distinct().ToList()", "Account.Created,Account.Email,Account.Home,AccountTable.Id,Home.Street")]
    [TestCase("from a in old.FindAll(AccountTable.Id, key) where a.Created > 1 orderby a.Id select a.Email", "Account.Created,Account.Email,Account.Id,AccountTable.Id")]
    [TestCase("old.FindAll(AccountTable.Id, key).GroupBy(a => a.Email).Select(group => group.First().Id)", "Account.Email,Account.Id,AccountTable.Id")]
    [TestCase("old.FindAll(AccountTable.Id, key).ToDictionary(a => a.Id)[key].Email", "Account.Email,Account.Id,AccountTable.Id")]
    [TestCase("EmailOf(old.Find(AccountTable.Id, key)); static string? EmailOf(Account? account) => account?.Email", "Account.Email,AccountTable.Id")]
    [TestCase("old.FindAll(AccountTable.Id, key).Select(EmailOf); static string? EmailOf(Account? account) => account?.Email", "Account.Email,AccountTable.Id")]
    [TestCase("Loop(old.FindAll(AccountTable.Id, key)); static long Loop(IEnumerable<Account> all) { long sum = 0; foreach (var one in all) sum += one.Created; return sum; }", "Account.Created,AccountTable.Id")]
    [TestCase("new Pair(old.Find(AccountTable.Id, key)!, 1).Account.Email", "Account.Email,AccountTable.Id")]
    [TestCase("nameof(AccountTable.Table)", "AccountTable.Table")]
    [TestCase("(Kind)1", "")]
    [TestCase("typeof(Account)", "")]
    public void NamesWhatItsCodeNames(string expression, string names) => Assert.That(ReadsOf(expression), Is.EqualTo(names));

    [TestCase("$\"{old.Find(AccountTable.Id, key)}\"")]
    [TestCase("old.Find(AccountTable.Id, key) + \"\"")]
    [TestCase("(object?)old.Find(AccountTable.Id, key)")]
    [TestCase("old.Find(AccountTable.Id, key)!.ToString()")]
    [TestCase("old.Find(AccountTable.Id, key)?.GetHashCode()")]
    [TestCase("old.Find(AccountTable.Id, key) == old.Find(AccountTable.Id, \"b\")")]
    [TestCase("old.Find(AccountTable.Id, key)! with { Id = \"b\" }")]
    [TestCase("old.Find(AccountTable.Id, key) is (\"a\", _, _, _, _)")]
    [TestCase("((System.Func<Account, string>)(account => { var (id, _, _, _, _) = account; return id; }))(old.Find(AccountTable.Id, key)!)")]
    [TestCase("Printed(old.Find(AccountTable.Id, key))")]
    [TestCase("string.Join(\",\", old.FindAll(AccountTable.Id, key))")]
    [TestCase("System.Text.Json.JsonSerializer.Serialize(old.FindAll(AccountTable.Id, key).ToList())")]
    [TestCase("old.FindAll(AccountTable.Id, key).Distinct().Count()")]
    [TestCase("old.FindAll(AccountTable.Id, key).GroupBy(a => a).Count()")]
    [TestCase("old.FindAll(AccountTable.Id, key).ToHashSet().Count")]
    [TestCase("old.FindAll(AccountTable.Id, key).Select(System.Convert.ToString)")]
    [TestCase("old.FindAll(AccountTable.Id, key).Select(Printed)")]
    [TestCase("new { Account = old.Find(AccountTable.Id, key) }.Account?.Email")]
    public void NamesAllOfARecordThatGoesWhereNobodySees(string expression) => Assert.That(ReadsOf(expression), Is.EqualTo(Whole));

    [Test]
    public void NamesEverythingWhereItCallsAnothersFunction() => Assert.That(ReadsOf("Lookup.Of(old)"),
        Is.EqualTo("Account.Created,Account.Domain,Account.Email,Account.Home,Account.Id,Account.Kind,AccountTable.Email,AccountTable.Id,AccountTable.Table,Home.City,Home.Street"));

    [Test]
    public void NamesWhatOtherFilesOfItsNamespaceName()
    {
        var more = Dependent("null").With("More.cs", "using Accounts.M20200101_First; namespace Disco.M20200103_Third.Below { static class More { static string Of(Account a) => a.Email; } } namespace Disco { static class Less { static string Of(Account a) => a.Id; } }");

        Assert.That(Reads(more), Is.EqualTo("Account.Email"));
    }

    [Test]
    public void NamesNothingOfAMigrationThatItDoesNotDependOn() => Assert.That(ReadsOf("Accounts.M20200102_Second.AccountTable.Id"), Is.Empty);

    [Test]
    public void HasTheSameFingerprintWhateverTheOthersAre() => Assert.That(
        Entry(Dependent("null").With("Extra.cs", "namespace Accounts.M20200101_First; public sealed record Extra(string Id);")).Split('|')[2], Is.EqualTo(Entry(Dependent("null")).Split('|')[2]));

    private static string ReadsOf(string expression) => Reads(Dependent(expression));

    private static string Reads(Module module) => Entry(module).Split('|')[4].Replace("Accounts.M20200101_First.", "");

    private static string Entry(Module module) => module.Manifest().Entries.Single(entry => entry.StartsWith("Disco.", StringComparison.Ordinal));

    private static Module Dependent(string expression) => Module.Empty.With("Others.cs", "#nullable enable\n" + Others).With("Dependent.cs", $$"""
        #nullable enable
        using System.Collections.Generic;
        using System.Linq;
        using TypedMigrations;
        using Accounts.M20200101_First;

        namespace Disco.M20200103_Third;

        [DependsOn<First>]
        public sealed class Third : Migration
        {
            public static object? Use(StateBefore old, string key)
            {
                return {{expression}};
            }

            private static string? Printed<T>(T value) => value?.ToString();

            private sealed record Pair(Account Account, int Count);
        }
        """);
}
