namespace TypedMigrations.Storing;

/// <summary>Makes items on another thread, a little ahead of who takes them, so that reading and writing use two cores.</summary>
public static class ReadAhead
{
    /// <summary>The items of a source, which is enumerated on a thread of its own, but for the first few. What it throws is thrown here, after the items before.</summary>
    /// <remarks>At most some two hundred items, or three megabytes of them, wait to be taken.</remarks>
    /// <param name="source">The source. It is enumerated once, and to its end unless the caller stops before.</param>
    /// <param name="bytes">How much memory an item takes, about.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, Func<T, long> bytes)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bytes);
        return Iterate(source, bytes);
    }

    private static IEnumerable<T> Iterate<T>(IEnumerable<T> source, Func<T, long> bytes)
    {
        using var items = source.GetEnumerator();
        for (var first = 0; first < Handover<T>.MostItems; first++)
        {
            // A few items are not worth a thread.
            if (!items.MoveNext())
                yield break;
            yield return items.Current;
        }

        foreach (var item in OnOtherThread(items, bytes))
            yield return item;
    }

    private static IEnumerable<T> OnOtherThread<T>(IEnumerator<T> items, Func<T, long> bytes)
    {
        using var handover = new Handover<T>();
        var maker = Task.Factory.StartNew(() => Make(items, bytes, handover), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
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

    private static void Make<T>(IEnumerator<T> items, Func<T, long> bytes, Handover<T> handover)
    {
        try
        {
            while (items.MoveNext())
                handover.Add(items.Current, bytes(items.Current));
        }
        finally
        {
            handover.Complete();
        }
    }
}
