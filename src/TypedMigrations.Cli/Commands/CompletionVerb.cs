using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Prints a script that completes verbs and options in a shell.</summary>
/// <remarks>The scripts ask the tool itself, by the directive <c>[suggest]</c> of System.CommandLine, and leave every other command of <c>dotnet</c> to <c>dotnet complete</c>.</remarks>
internal sealed class CompletionVerb : Verb<CompletionAnswer>
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh." };

    public CompletionVerb()
        : base("completion", "Print a script for the profile of a shell that completes verbs and options.", "completion bash >> ~/.bashrc", "completion pwsh >> $PROFILE")
    {
        _shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Add(_shell);
    }

    protected override Task<CompletionAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        var shell = call.Value(_shell)!;
        return Task.FromResult(new CompletionAnswer(shell, Scripts[shell].ReplaceLineEndings("\n")));
    }

    protected override void Show(CompletionAnswer answer, Screen screen) => screen.Line(answer.Script);

    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _dotnet_migrations_complete() {
              local line="${COMP_LINE:0:$COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" candidates
              if [[ "$line" == "dotnet migrations "* ]]; then
                line="dotnet-migrations ${line#dotnet migrations }"
                candidates="$(dotnet migrations "[suggest:${#line}]" "$line" 2>/dev/null)"
              else
                candidates="$(dotnet complete --position "$COMP_POINT" "$COMP_LINE" 2>/dev/null)"
              fi
              mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$word")
            }
            complete -f -F _dotnet_migrations_complete dotnet
            """,
        ["zsh"] = """
            _dotnet_migrations_complete() {
              local line="${BUFFER:0:$CURSOR}"
              if [[ "$line" == "dotnet migrations "* ]]; then
                line="dotnet-migrations ${line#dotnet migrations }"
                compadd -- ${(f)"$(dotnet migrations "[suggest:${#line}]" "$line" 2>/dev/null)"}
              else
                compadd -- ${(f)"$(dotnet complete --position $CURSOR "$BUFFER" 2>/dev/null)"}
              fi
            }
            compdef _dotnet_migrations_complete dotnet
            """,
        ["fish"] = """
            function __dotnet_migrations_complete
              set -l line (commandline -cp)
              if string match -q "dotnet migrations *" -- "$line"
                set line (string replace "dotnet migrations " "dotnet-migrations " -- "$line")
                dotnet migrations "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
              else
                dotnet complete "$line" 2>/dev/null
              end
            end
            complete -f -c dotnet -a "(__dotnet_migrations_complete)"
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName dotnet -ScriptBlock {
              param($word, $ast, $position)
              $line = $ast.ToString()
              if ($line.StartsWith("dotnet migrations")) {
                $line = $line.Replace("dotnet migrations", "dotnet-migrations").PadRight($position + 1)
                $found = dotnet migrations "[suggest:$($line.Length)]" $line
              } else {
                $found = dotnet complete --position $position $line
              }
              $found | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };
}
