using System.CommandLine;
using System.Text;
using LiteDB;
using TypedMigrations.Cli.Commands;

namespace TypedMigrations.Cli.Tests.Verbs;

/// <summary>Every verb that has to do with a database is called on one with a password, which none of them says.</summary>
public sealed class DatabaseIsEncrypted : CliTest
{
    // The same in every spelling: in JSON, in a connection string, in an address.
    private const string Password = "Zq7rare4711Zq7", Wrong = "Xk9wrong0815Xk9";

    private static readonly string[] Authors = ["new", "freeze", "rebase", "squash", "completion"];

    private readonly StringBuilder _said = new();
    private readonly HashSet<string> _called = [];

    [Test]
    public async Task AndNoVerbSaysItsPassword([Values("--json", "--verbose", "--quiet")] string how, [Values] bool inTheConnectionString)
    {
        _said.Clear();
        _called.Clear();
        if (!inTheConnectionString)
            Variables["TYPEDMIGRATIONS_PASSWORD"] = Password;
        var database = inTheConnectionString ? $"Filename={Database};Password={Password}" : $"Filename={Database}";
        async Task<ExitCode> On(params string[] arguments)
        {
            _called.Add(arguments[0]);
            var outcome = await Call([.. arguments, how, "--assembly", Shop, "--database", database]);
            _said.AppendLine(outcome.Output).AppendLine(outcome.Error);
            return outcome.ExitCode;
        }

        await Works(On, ["create"], ["up", "--steps", "1"], ["status"], ["list"], ["plan"], ["rehearse"], ["up", "--allow-destructive"], ["seed"], ["check"], ["config"], ["wait", "--up-to-date"],
            ["backup"], ["backups"], ["audit", "--verify"], ["dump", "--output", "shop.jsonl"], ["dump", "--schema"], ["diff", $"Filename={Path.Combine(Folder, "shop.db")};Password={Password}"],
            ["down", "--yes", "--allow-destructive"], ["restore", "--yes"], ["drop", "--yes"], ["load", "shop.jsonl", "--yes"]);
        ClearJournal(database);
        await Works(On, ["baseline", "--find"], ["baseline", "--yes"]);

        // What is refused speaks of the database, too.
        await On("down", "--to", "Nothing", "--yes");
        await On("restore", "nothing.db", "--yes");
        await On("rehearse", "--run", "exit 3");
        await On("up", "--database", $"Filename={Database},Password={Password}");
        await File.WriteAllTextAsync(Path.Combine(Folder, "migrations.json"), $$"""{ "database": "Filename=other.db;Password={{Password}};Connection=sideways" }""");
        _said.AppendLine((await Call("plan", how, "--assembly", Shop)).Error);
        Variables["TYPEDMIGRATIONS_PASSWORD"] = Wrong;
        database = database.Replace(Password, Wrong, StringComparison.Ordinal);
        Assert.That(await On("plan"), Is.Not.EqualTo(ExitCode.Done));

        Assert.That(_said.ToString(), Does.Not.Contain(Password).And.Not.Contain(Wrong));
        Assert.That(_said.ToString(), how == "--quiet" ? Does.Contain("TM") : Does.Contain("shop.db"));
        Assert.That(CommandLine.Root().Subcommands.Select(verb => verb.Name).Except(_called).Except(Authors), Is.Empty);
        Assert.That(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "migrations.json" && Holds(file, Password)), Is.Empty);
    }

    private static async Task Works(Func<string[], Task<ExitCode>> call, params string[][] calls)
    {
        foreach (var arguments in calls)
            Assert.That(await call(arguments), Is.EqualTo(ExitCode.Done), string.Join(' ', arguments));
    }

    private void ClearJournal(string connection)
    {
        using var database = new LiteDatabase(connection.Contains("Password", StringComparison.Ordinal) ? connection : $"{connection};Password={Password}");
        database.DropCollection("_migrations");
        database.DropCollection("_migrations_audit");
    }

    private static bool Holds(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
