using System.CommandLine;
using System.Diagnostics;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Waits for a database.</summary>
internal sealed class WaitVerb : Verb<WaitAnswer>
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(500);

    private readonly Option<TimeSpan> _timeout = new("--timeout") { Description = "How long: seconds or hh:mm:ss. The default is 60 seconds.", HelpName = "time", CustomParser = argument => Times.Parse(argument) ?? default, DefaultValueFactory = _ => TimeSpan.FromSeconds(60) };
    private readonly Option<bool> _upToDate = new("--up-to-date") { Description = "Wait until nothing is pending, too." };

    public WaitVerb()
        : base("wait", "Wait until the database exists and nobody holds it, or with --up-to-date until nothing is pending.", "wait", "wait --timeout 300 --up-to-date")
    {
        Add(_timeout);
        Add(_upToDate);
    }

    protected override async Task<WaitAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var timeout = call.Value(_timeout);
        await using var @operator = call.Open(cancellation);
        while (true)
        {
            var left = timeout - Stopwatch.GetElapsedTime(started);
            var answer = await @operator.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation).ConfigureAwait(false);
            if (!call.Value(_upToDate))
                return answer;
            if (await IsUpToDateAsync(@operator, cancellation).ConfigureAwait(false) || left <= TimeSpan.Zero)
                return new WaitAnswer(answer.Database, IsUpToDate: left > TimeSpan.Zero, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(AskEvery, cancellation).ConfigureAwait(false);
        }
    }

    protected override ExitCode ExitCodeOf(WaitAnswer answer, Call call) => answer.IsUpToDate == false ? ExitCode.Differs : ExitCode.Done;

    protected override void Show(WaitAnswer answer, Screen screen) => screen.Line(
        $"{answer.Database} {answer.IsUpToDate switch { true => "is up to date", false => "is there, but migrations are still pending", null => "is there, and nobody holds it" }}.", answer.IsUpToDate == false ? Tone.Odd : Tone.Good);

    private static async Task<bool> IsUpToDateAsync(IOperator @operator, CancellationToken cancellation)
    {
        try
        {
            return (await @operator.StatusAsync(cancellation).ConfigureAwait(false)).IsUpToDate;
        }
        catch (MigrationException exception) when (exception.Code == ErrorCode.LockNotFree)
        {
            // Somebody took it in between: perhaps to migrate.
            return false;
        }
    }
}
