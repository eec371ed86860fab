using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Does what <c>up</c> would do, on a copy that is thrown away.</summary>
internal sealed class RehearseVerb : Verb<RunAnswer>
{
    private readonly RunOptions _options = new();

    public RehearseVerb()
        : base("rehearse", "Do what up would do on a copy of the real data, which is thrown away. The database stays as it is.", "rehearse", "rehearse --to 20201027") =>
        _options.AddTo(this);

    protected override async Task<RunAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = await call.OpenAsync(cancellation).ConfigureAwait(false);
        // What a rehearsal loses is lost on the copy.
        return await @operator.RehearseAsync(_options.RequestOf(call) with { AllowDataLoss = true }, cancellation).ConfigureAwait(false);
    }

    protected override void Show(RunAnswer answer, Screen screen) => RunText.Show(answer, screen);
}
