using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Attempts;

/// <summary>One attempt of a row. Everything that is left to chance comes from its seed.</summary>
internal sealed class Attempt(int seed, bool isQuick, CancellationToken timeout)
{
    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);

    public int Seed => seed;

    public Random Random { get; } = new(Mixed(seed));

    /// <summary>Whether minutes count: small databases then.</summary>
    public bool IsQuick => isQuick;

    /// <summary>Whatever has not ended by then hangs.</summary>
    public CancellationToken Timeout => timeout;

    /// <summary>How it ended, and how often where one attempt looks at many states.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    public void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Random.Next(items.Length)];

    /// <summary>A scene of one of some operations; now and then with more documents than are migrated in one batch.</summary>
    public Task<Scene> SceneAsync(params ReadOnlySpan<Operation> operations)
    {
        var operation = Pick(operations);
        var password = Pick(null, "correct horse");
        var leavesLog = operation is Operation.Migrate or Operation.BackUp or Operation.Drop && Random.Next(4) == 0;
        var documents = IsQuick ? 60 : Random.Next(40) == 0 ? 45_000 : Pick(60, 300, 300, 3_000);
        return Scene.OfAsync(new Scenario(operation, documents, password, leavesLog));
    }

    /// <summary>Attempts have seeds in a row, of which .NET's generator makes numbers that are much alike.</summary>
    private static int Mixed(int seed)
    {
        var mixed = unchecked((uint)seed * 2_654_435_769);
        mixed = unchecked((mixed ^ (mixed >> 15)) * 2_246_822_519);
        return (int)((mixed ^ (mixed >> 13)) & int.MaxValue);
    }
}
