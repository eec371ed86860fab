using System.CommandLine;

namespace TypedMigrations.Cli.Commands;

/// <summary>The options that every verb takes.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Project = Text("--project", "The project of the application or of a module; it is built first.", "path", "-p");
    public static readonly Option<string?> Assembly = Text("--assembly", "The built application or module, in place of a project.", "path", "-a");
    public static readonly Option<string?> Url = Text("--url", "A running host, in place of a project and a database.", "url");
    public static readonly Option<string?> Database = Text("--database", "The database: a file, a connection string, or name=NAME of a connection string in appsettings.json.", "database", "-d");
    public static readonly Option<string?> Module = Text("--module", "The module, where several have migrations.", "name", "-m");
    public static readonly Option<string?> Configuration = Text("--configuration", "The configuration in which the project is built. The default is Debug.", "name", "-c");
    public static readonly Option<bool> NoBuild = new("--no-build") { Description = "Take the project as it was built last.", Recursive = true };
    public static readonly Option<string[]> EnvFile = new("--env-file") { Description = "A file of environment variables. The default is .env in the working folder.", HelpName = "path", Recursive = true };
    public static readonly Option<TimeSpan?> LockTimeout = new("--lock-timeout")
    {
        Description = "How long a verb that writes waits while another process has the database: seconds or hh:mm:ss. The default is 60 seconds.", HelpName = "time", Recursive = true, CustomParser = Times.Parse,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Answer in JSON on standard output, and nothing else there.", Recursive = true };
    public static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Answer yes to every question.", Recursive = true };
    public static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Say more: where settings come from, what is built, what happens when.", Recursive = true };
    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Say nothing but errors.", Recursive = true };

    public static readonly IReadOnlyList<Option> All =
        [Project, Assembly, Url, Database, Module, Configuration, NoBuild, EnvFile, LockTimeout, Json, Yes, Verbose, Quiet];

    private static Option<string?> Text(string name, string description, string helpName, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = helpName, Recursive = true };
}
