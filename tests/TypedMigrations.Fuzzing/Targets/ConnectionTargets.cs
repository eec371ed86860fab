using LiteDB;
using TypedMigrations.Cli;
using TypedMigrations.Cli.Commands;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>A connection string of LiteDB, in which one password may be told from everything else.</summary>
public abstract class ConnectionTarget(string name, int testInputs) : FuzzTarget(name, testInputs,
    "Filename=", "Password=", "Connection=shared", "Connection=direct", "Collation=en-US/None", "Initial Size=10MB", "ReadOnly=true", "Upgrade=true", "Auto-Rebuild=true", ":memory:", ":temp:", ";", "=", "\"", "'", "\\\"", "name=", Rare)
{
    protected const string Rare = "rare-4711";

    public override IEnumerable<byte[]> Seeds() =>
    [
        Bytes("Filename=app.db"), Bytes($"Filename=app.db;Password={Rare}"), Bytes($"Filename=\"a b.db\";Password=\"{Rare};x\";Connection=shared"), Bytes($"Filename=:memory:;Password='{Rare}'"),
        Bytes($"Password={Rare};Filename=sub/../app.db;Collation=en-US/IgnoreCase;Initial Size=5MB"), Bytes("app.db"),
    ];

    /// <summary>Whether a text has the password as the value of a password, and nowhere else.</summary>
    protected static bool IsSecret(string connection)
    {
        try
        {
            return new ConnectionString(connection) is { Password: { } password, Filename: var file } && password.Contains(Rare, StringComparison.Ordinal) && !file.Contains(Rare, StringComparison.Ordinal);
        }
        catch (Exception)
        {
            return connection.Contains("Password=" + Rare, StringComparison.OrdinalIgnoreCase);
        }
    }

    protected static void RequireHidden(string connection, string? said) => Require(said?.Contains(Rare, StringComparison.Ordinal) != true || !IsSecret(connection), "The password is shown.");
}

/// <summary>The library reads a connection string.</summary>
public sealed class ConnectionStringTarget() : ConnectionTarget("connection", 3_000)
{
    public override void Run(byte[] input)
    {
        var text = Text(input);
        if (text.Length == 0)
            return;
        try
        {
            using var store = new LiteDbStore(text);
            RequireHidden(text, store.Database);
        }
        catch (MigrationException exception)
        {
            RequireHidden(text, exception.ToString());
            throw;
        }
    }
}

/// <summary>The command line reads a connection string from a file, where it may hold what no argument can, and shows what it read.</summary>
public sealed class CliConnectionTarget() : ConnectionTarget("cli-connection", 150)
{
    private static readonly Scratch Place = new();

    public override void Run(byte[] input)
    {
        var text = Text(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(Place.Folder, new Dictionary<string, string> { ["NO_COLOR"] = "1" }, output, error, TextReader.Null);

        File.WriteAllBytes(Place.Path("migrations.json"), System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["database"] = text }));
        var exitCode = CommandLine.RunAsync(["config", "--json"], surroundings).GetAwaiter().GetResult();

        Require(exitCode is ExitCode.Done or ExitCode.Usage, $"The exit code is {exitCode}: {output}{error}");
        RequireHidden(text, output.ToString() + error);
    }
}
