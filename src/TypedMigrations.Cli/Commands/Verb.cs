using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>One verb of the command line: what it takes, what it does, and how a person reads its answer.</summary>
/// <remarks>The order of calls: <see cref="RunAsync"/>, <see cref="Show"/> unless the answer goes out as JSON, <see cref="ExitCodeOf"/>.</remarks>
/// <typeparam name="TAnswer">What it answers; its JSON is documented in <c>docs/cli-json.md</c>.</typeparam>
internal abstract class Verb<TAnswer> : Command, IVerb
    where TAnswer : notnull
{
    protected Verb(string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(InvokeAsync);
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Examples { get; }

    /// <inheritdoc />
    public Type AnswerType => typeof(TAnswer);

    /// <summary>Does it.</summary>
    /// <param name="call">What was typed, and the surroundings.</param>
    /// <param name="cancellation">Ends it.</param>
    protected abstract Task<TAnswer> RunAsync(Call call, CancellationToken cancellation);

    /// <summary>Shows the answer to a person.</summary>
    protected abstract void Show(TAnswer answer, Screen screen);

    /// <summary>What the process returns. The default is done, with warnings where the answer has some.</summary>
    protected virtual ExitCode ExitCodeOf(TAnswer answer, Call call) => answer is IWithWarnings { Warnings.Count: > 0 } ? ExitCode.DoneWithWarnings : ExitCode.Done;

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var surroundings = ((CallConfiguration)parsed.InvocationConfiguration).Surroundings;
        var reply = new Reply(parsed, surroundings);
        var call = new Call(parsed, surroundings, reply.Screen);
        return (int)await reply.GiveAsync(async () =>
        {
            var answer = await RunAsync(call, cancellation).ConfigureAwait(false);
            var exitCode = ExitCodeOf(answer, call);
            var told = reply.Succeed(exitCode, answer, () => Show(answer, reply.Screen));
            reply.Screen.Detail("done");
            return told;
        }).ConfigureAwait(false);
    }
}

/// <summary>What help and documentation ask of every verb.</summary>
internal interface IVerb
{
    /// <summary>Command lines that show how it is used, without <c>dotnet</c>.</summary>
    IReadOnlyList<string> Examples { get; }

    /// <summary>The record that it answers with.</summary>
    Type AnswerType { get; }
}
