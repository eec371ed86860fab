using System.Collections.Concurrent;
using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Children;

/// <summary>One process that carries out many operations, where none of them has to begin cold. After a crash or a hang the next one begins another.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly ConcurrentBag<Server> Idle = [];

    // What a process said is kept and searched.
    private const int MostAnswers = 100;

    private readonly Child _child = Child.Start(["serve"]);
    private int _answers;

    /// <summary>Carries out one operation.</summary>
    /// <returns>How it ended, and all that was said.</returns>
    /// <exception cref="LostException">It hangs, or the process crashed.</exception>
    public static async Task<(string Ending, string Story)> RunAsync(ChildArguments arguments, CancellationToken timeout)
    {
        if (!Idle.TryTake(out var server))
            server = new Server();
        try
        {
            var answer = await server.AskAsync(arguments, timeout);
            if (server._answers < MostAnswers)
                Idle.Add(server);
            else
                await server.DisposeAsync();
            return answer;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public static Task<(string Ending, string Story)> RunAsync(Bench bench, CancellationToken timeout) => RunAsync(Child.Arguments(bench), timeout);

    public static async Task EndAllAsync()
    {
        while (Idle.TryTake(out var server))
            await server.DisposeAsync();
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private async Task<(string Ending, string Story)> AskAsync(ChildArguments arguments, CancellationToken timeout)
    {
        _child.Say(string.Join('\t', arguments.ToWords()));
        try
        {
            if (!await _child.SaysAsync($"served {_answers + 1}.", timeout))
                throw new LostException($"The process crashed. It said:\n{_child.Story}");
        }
        catch (OperationCanceledException)
        {
            throw new LostException($"The process hangs. It said:\n{_child.Story}");
        }

        var said = _child.Output.SkipWhile(line => _answers > 0 && line != $"served {_answers}.").ToList();
        _answers++;
        return (Child.Ending(said) ?? throw new LostException($"It did not say how it ended: {_child.Story}"), string.Join('\n', said));
    }
}
