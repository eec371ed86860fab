namespace TypedMigrations.StoreContract.Modules;

/// <summary>Names steps in their order or in the opposite one: the result must be the same.</summary>
internal static class StepOrder
{
    private static readonly AsyncLocal<bool> Reversed = new();

    /// <summary>From here on, in this test, steps are named in the opposite order.</summary>
    public static void Reverse() => Reversed.Value = true;

    public static void Name(params IEnumerable<Action> steps)
    {
        foreach (var step in Reversed.Value ? steps.Reverse() : steps)
            step();
    }
}
