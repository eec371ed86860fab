using System.CommandLine;
using System.Text.RegularExpressions;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>The whole command line: what was typed is parsed, one verb runs, and the process returns its exit code.</summary>
internal static partial class CommandLine
{
    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        // Whoever types nothing wants to know what there is.
        var parsed = Root().Parse(arguments.Count == 0 ? ["--help"] : arguments);
        var configuration = new CallConfiguration(surroundings);
        if (parsed.Errors.Count > 0)
            return Refuse(parsed, surroundings);
        return (ExitCode)await parsed.InvokeAsync(configuration, surroundings.Interrupted).ConfigureAwait(false);
    }

    /// <summary>The verbs, in the order in which help lists them.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Writes, plans, rehearses, applies, backs up and audits the migrations of embedded document databases.")
        {
            new NewVerb(),
            new FreezeVerb(),
            new RebaseVerb(),
            new SquashVerb(),
            new ListVerb(),
            new StatusVerb(),
            new PlanVerb(),
            new RehearseVerb(),
            new UpVerb(),
            new DownVerb(),
            new DumpVerb(),
            new LoadVerb(),
            new DiffVerb(),
            new CheckVerb(),
            new SeedVerb(),
            new BackupVerb(),
            new RestoreVerb(),
            new BackupsVerb(),
            new AuditVerb(),
            new BaselineVerb(),
            new CreateVerb(),
            new DropVerb(),
            new WaitVerb(),
            new ConfigVerb(),
            new CompletionVerb(),
        };
        foreach (var option in CommonOptions.All)
            root.Add(option);
        Help.Extend(root);
        return root;
    }

    private static ExitCode Refuse(ParseResult parsed, Surroundings surroundings)
    {
        var verb = parsed.CommandResult.Command;
        // A connection string in the wrong place is an error that would show its password.
        var problems = parsed.Errors.Select(error => new Problem(CliErrorCode.WrongArguments, Password().Replace(error.Message, "$1***"), $"See dotnet migrations {(verb is RootCommand ? "" : verb.Name + " ")}--help.")).ToList();
        new Reply(parsed, surroundings).Fail(ExitCode.Usage, problems, databaseState: null);
        return ExitCode.Usage;
    }

    [GeneratedRegex(@"(password\s*=\s*)(""[^""]*""|[^;]*[^;'.])", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
