using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Does what <c>up</c> would do, on a copy that is thrown away.</summary>
internal sealed class RehearseVerb : Verb<RunAnswer>
{
    private readonly RunOptions _options = new();
    private readonly Option<string?> _run = new("--run") { Description = $"A command, such as your tests, that runs against the migrated copy. {RehearsalCommand.Variable} has its connection string.", HelpName = "command" };
    private readonly Option<string[]> _variable = new("--variable") { Description = "A further environment variable that has it, such as ConnectionStrings__Shop.", HelpName = "name" };

    public RehearseVerb()
        : base("rehearse", "Do what up would do on a copy of the real data, which is thrown away. The database stays as it is.", "rehearse", "rehearse --to 20201027", "rehearse --run \"dotnet test\" --variable ConnectionStrings__Shop")
    {
        _options.AddTo(this);
        Add(_run);
        Add(_variable);
    }

    protected override async Task<RunAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        // What a rehearsal loses is lost on the copy.
        var command = call.Value(_run) is { } line ? new RehearsalCommand(line, call.Value(_variable) ?? [], call) : null;
        return await @operator.RehearseAsync(_options.RequestOf(call) with { AllowDataLoss = true }, command, cancellation).ConfigureAwait(false);
    }

    protected override ExitCode ExitCodeOf(RunAnswer answer, Call call) => answer.Command is { ExitCode: not 0 } ? ExitCode.Failed : ExitCode.Done;

    protected override void Show(RunAnswer answer, Screen screen) => RunText.Show(answer, screen);
}
