using System.Reflection;
using System.Text.Json;
using LiteDB;
using TypedMigrations.Cli.Commands;

namespace TypedMigrations.Cli.Tests;

/// <summary>Runs the command line in this process, in a folder of its own, on real files.</summary>
public abstract class CliTest
{
    private string _folder = "";

    /// <summary>The folder in which verbs are called.</summary>
    protected string Folder => _folder;

    /// <summary>The database of the tests, in <see cref="Folder"/>.</summary>
    protected string Database => Path.Combine(_folder, "shop.db");

    /// <summary>The environment variables that the command line sees, and no others.</summary>
    protected Dictionary<string, string> Variables { get; } = [];

    /// <summary>What is typed when a question is asked; null where nobody is there.</summary>
    protected string? Typed { get; set; }

    /// <summary>Where answers to questions come from, in place of <see cref="Typed"/>.</summary>
    protected TextReader? Keyboard { get; set; }

    /// <summary>How many columns the terminal has to which answers and errors go; null where both are redirected.</summary>
    protected int? Columns { get; set; }

    /// <summary>Where a dump goes to, and where one comes from.</summary>
    protected Stream Pipe { get; set; } = Stream.Null;

    /// <summary>Ends the call as Ctrl-C does.</summary>
    protected CancellationTokenSource Interruption { get; private set; } = new();

    /// <summary>Told what is written to standard error.</summary>
    protected Action<string> OnError { get; set; } = _ => { };

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "typed-migrations-cli-" + Guid.NewGuid().ToString("N"))).FullName;
        Interruption = new CancellationTokenSource();
        OnError = _ => { };
        Typed = null;
        Keyboard = null;
        Columns = null;
        Pipe = Stream.Null;
        Variables.Clear();
        Variables["NO_COLOR"] = "1";
    }

    [TearDown]
    public void RemoveFolder()
    {
        Directory.Delete(_folder, recursive: true);
        Interruption.Dispose();
    }

    /// <summary>The root of the repository.</summary>
    protected static string Root { get; } = MetadataOf("RepositoryRoot");

    /// <summary>The built assembly of the module Shop.</summary>
    protected static string Shop { get; } = Path.Combine(
        Root, "tests", "TypedMigrations.Cli.Shop", "bin", MetadataOf("BuiltAs"), "net10.0", "Shop.dll");

    /// <summary>Calls a verb as it is typed.</summary>
    internal Task<Outcome> Call(params string[] arguments) => CallIn(_folder, arguments);

    /// <summary>Calls a verb from another folder.</summary>
    internal async Task<Outcome> CallIn(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        await using var error = new ListeningWriter(text => OnError(text));
        var surroundings = new Surroundings(folder, Variables, output, error, Keyboard ?? new StringReader(Typed is null ? "" : Typed + "\n"))
        {
            InputIsTerminal = Typed is not null || Keyboard is not null,
            ErrorIsTerminal = Typed is not null || Keyboard is not null || Columns is not null,
            OutputIsTerminal = Columns is not null,
            TerminalWidth = () => Columns ?? 80,
            OpenOutput = () => Pipe,
            OpenInput = () => Pipe,
            Interrupted = Interruption.Token,
        };
        var exitCode = await CommandLine.RunAsync(arguments, surroundings);
        return new Outcome(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString()!.ReplaceLineEndings("\n"));
    }

    /// <summary>Calls a verb on the module Shop and the database of the tests.</summary>
    internal Task<Outcome> OnShop(params string[] arguments) => Call([.. arguments, "--assembly", Shop, "--database", Database]);

    /// <summary>Changes the database with LiteDB alone.</summary>
    protected void Change(Action<LiteDatabase> change)
    {
        using var database = new LiteDatabase(Database);
        change(database);
    }

    private static string MetadataOf(string key) => typeof(CliTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}

/// <summary>What came of a call.</summary>
internal sealed record Outcome(ExitCode ExitCode, string Output, string Error)
{
    /// <summary>The whole of standard output as JSON: anything else there fails.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public JsonElement Result => Json.GetProperty("result");
}
