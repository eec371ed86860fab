namespace TypedMigrations.StoreContract.Modules.Odd;

/// <summary>What a test lets the steps do with values that do not fit.</summary>
internal static class Choice
{
    private static readonly AsyncLocal<string?> Made = new();

    /// <summary>From here on, in this test, misfits are kept.</summary>
    public static void Keep() => Made.Value = "keep";

    /// <summary>From here on, in this test, misfits are converted.</summary>
    public static void Convert() => Made.Value = "convert";

    public static void For<T>(Misfits<T> misfits, Func<object?, T> rule)
    {
        if (Made.Value == "keep")
            misfits.KeepMisfits();
        else if (Made.Value == "convert")
            misfits.ConvertMisfits(rule, "rule");
    }
}
