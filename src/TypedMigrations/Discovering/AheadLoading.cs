namespace TypedMigrations.Discovering;

/// <summary>Loads the constants of many migrations on all cores, before they are planned one after the other.</summary>
/// <remarks>
/// A first start with a thousand migrations spends most of its time on what the runtime has to compile and load for them. Constants depend on nothing but older constants, so that it does not matter
/// who asks for them first. Steps and seeds, which may do anything, are asked on one thread alone and in run order: here they are compiled, and not called.
/// </remarks>
internal static class AheadLoading
{
    // Fewer are loaded before a second thread has begun.
    private const int Many = 16;

    public static void Load(IReadOnlyList<CatalogedMigration> migrations)
    {
        if (migrations.Count >= Many)
            LoadOnAllCores(migrations);
    }

    /// <remarks>One more thread than cores would have the others wait for locks of the runtime that it holds.</remarks>
    private static void LoadOnAllCores(IReadOnlyList<CatalogedMigration> migrations) =>
        Parallel.ForEach(migrations, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, migration => migration.LoadAhead());
}
