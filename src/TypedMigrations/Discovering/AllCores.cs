namespace TypedMigrations.Discovering;

/// <summary>Does the same for many migrations on all cores. Few are done on the caller's thread, before a second one would have begun.</summary>
internal static class AllCores
{
    private const int Many = 16;

    /// <summary>Calls a function that any thread may call, in any order.</summary>
    /// <returns>What it returned, in the order of the items.</returns>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> function)
    {
        var results = new TResult[items.Count];
        if (items.Count >= Many)
            OnAll(items.Count, Do);
        else
            for (var index = 0; index < items.Count; index++)
                Do(index);
        return results;

        void Do(int index) => results[index] = function(items[index]);
    }

    /// <summary>Does what spares time later, if there is enough of it.</summary>
    public static void DoAhead<T>(IReadOnlyList<T> items, Action<T> action)
    {
        if (items.Count >= Many)
            OnAll(items.Count, index => action(items[index]));
    }

    /// <remarks>One more thread than cores would have the others wait for locks of the runtime that it holds.</remarks>
    private static void OnAll(int count, Action<int> action) => Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, action);
}
