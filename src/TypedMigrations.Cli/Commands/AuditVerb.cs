using System.CommandLine;
using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Shows the audit trail.</summary>
internal sealed class AuditVerb : Verb<AuditAnswer>
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    private readonly Option<bool> _follow = new("--follow", "-f") { Description = "Go on showing events as they come, until interrupted. With --json each is one line." };
    private readonly Option<bool> _verify = new("--verify") { Description = "Return 1 where an event was changed, removed or inserted by hand." };
    private readonly Option<int?> _last = new("--last") { Description = "Only the newest events.", HelpName = "number" };

    public AuditVerb()
        : base("audit", "Show what happened to the database: runs, migrations, failures, restored backups. Each event carries the hash of the one before.", "audit", "audit --last 20", "audit --verify --quiet", "audit --follow --json")
    {
        Add(_follow);
        Add(_verify);
        Add(_last);
    }

    protected override async Task<AuditAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        if (call.Value(_follow))
            await FollowAsync(@operator, call, cancellation).ConfigureAwait(false);

        var answer = await @operator.ReadAuditAsync(cancellation).ConfigureAwait(false);
        if (call.Value(_verify) && answer.BrokenAt is { } broken)
        {
            throw CliException.Failed(CliErrorCode.AuditBroken, string.Create(CultureInfo.InvariantCulture, $"The audit trail of {answer.Database} is broken at event {broken}."),
                "Somebody changed the trail by hand. Compare it with that of the backups: restore shows where they part.", ("events", answer.Events.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return call.Value(_last) is { } last ? answer with { Events = [.. answer.Events.TakeLast(last)] } : answer;
    }

    protected override void Show(AuditAnswer answer, Screen screen)
    {
        if (answer.Events.Count + answer.Kept.Count == 0)
        {
            screen.Line($"{answer.Database} has no audit trail: nothing was done to it yet.");
            return;
        }

        foreach (var item in answer.Events)
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{item.Sequence,4}  {Line(item)}"), ToneOf(item));
        if (answer.Kept.Count > 0)
            screen.Line("\nOf failed runs, for the trail of the next one that succeeds:", Tone.Odd);
        foreach (var item in answer.Kept)
            screen.Line("      " + Line(item), ToneOf(item));

        screen.Line();
        screen.Line(answer.BrokenAt is { } broken ? $"The trail is broken at event {broken}: it was changed by hand." : "The trail is whole.", answer.BrokenAt is null ? Tone.Good : Tone.Bad);
    }

    /// <summary>Shows new events until it is interrupted. While an application holds the database its trail cannot be read, and that is told once.</summary>
    private static async Task FollowAsync(IOperator @operator, Call call, CancellationToken cancellation)
    {
        var (shown, held) = (0L, "");
        while (true)
        {
            try
            {
                var answer = await @operator.ReadAuditAsync(cancellation).ConfigureAwait(false);
                foreach (var item in answer.Events.Where(item => item.Sequence > shown))
                    call.Screen.Line(call.IsJson ? CliJson.Line(item) : Line(item));
                (shown, held) = (answer.Events.LastOrDefault()?.Sequence ?? 0, "");
            }
            catch (MigrationException exception) when (exception.Code == ErrorCode.LockNotFree)
            {
                if (held != exception.Problems[0].What)
                    call.Screen.Note((held = exception.Problems[0].What) + " Its trail can be read when it is free.");
            }

            await Task.Delay(AskEvery, cancellation).ConfigureAwait(false);
        }
    }

    private static string Line(AuditEventAnswer item) => $"{At(item)}  {item.Kind.ToString().ToLowerInvariant(),-8}  {item.Subject}  {ShortDetail(item)}";

    private static string ShortDetail(AuditEventAnswer item) => item.Detail.StartsWith("v1:", StringComparison.Ordinal) ? item.Detail[..Math.Min(15, item.Detail.Length)] : item.Detail;

    private static Tone ToneOf(AuditEventAnswer item) => item.Kind == Storing.AuditKind.Failed ? Tone.Bad : Tone.Plain;

    private static string At(AuditEventAnswer item) => item.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
