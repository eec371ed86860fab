using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using TypedMigrations.Cli.Commands;

namespace TypedMigrations.Cli.Showing;

/// <summary>Adds examples to what help shows of a verb.</summary>
internal sealed class Help(HelpAction standard) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void Extend(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new Help((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var result = standard.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IVerb { Examples.Count: > 0 } verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
                output.WriteLine($"  dotnet migrations {example}");
            output.WriteLine();
        }

        return result;
    }
}
