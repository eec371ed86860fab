namespace TypedMigrations.Dumping;

/// <summary>Makes items on another thread, a little ahead of who takes them.</summary>
internal static class Ahead
{
    /// <summary>The items of a source, which is enumerated on a thread of its own. What it throws is thrown here, after the items before.</summary>
    /// <param name="source">The source.</param>
    /// <param name="bytes">How much memory an item takes, about.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, Func<T, long> bytes)
    {
        using var handover = new Handover<T>();
        var maker = Task.Factory.StartNew(() => Make(source, bytes, handover), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var item in handover.Taken())
                yield return item;
            maker.GetAwaiter().GetResult();
        }
        finally
        {
            handover.Stop();
            // Without throwing: where that matters, it was thrown above.
            Task.WaitAny(maker);
        }
    }

    private static void Make<T>(IEnumerable<T> source, Func<T, long> bytes, Handover<T> handover)
    {
        try
        {
            foreach (var item in source)
                handover.Add(item, bytes(item));
        }
        finally
        {
            handover.Complete();
        }
    }
}
