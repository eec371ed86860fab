namespace TypedMigrations.StoreContract.Modules.Seeded;

/// <summary>Counts how often a seed of this test was called, and lets it fail.</summary>
public sealed class SeedCalls
{
    private static readonly AsyncLocal<SeedCalls?> Current = new();

    public int Called { get; private set; }

    public int Enumerated { get; private set; }

    public bool Throws { get; init; }

    public bool ThrowsWhileEnumerated { get; init; }

    public void Watch() => Current.Value = this;

    internal static void Call()
    {
        if (Current.Value is not { } calls)
            return;
        calls.Called++;
        if (calls.Throws)
            throw new InvalidOperationException("no seed today");
    }

    internal static IEnumerable<T> Enumerate<T>(params T[] records)
    {
        if (Current.Value is { } calls)
        {
            calls.Enumerated++;
            if (calls.ThrowsWhileEnumerated)
                throw new InvalidOperationException("no record today");
        }

        foreach (var record in records)
            yield return record;
    }
}
