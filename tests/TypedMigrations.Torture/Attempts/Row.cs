namespace TypedMigrations.Torture.Attempts;

/// <summary>One way to make the library lose something.</summary>
internal abstract class Row
{
    /// <summary>What is typed after <c>--row</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it tries, in words.</summary>
    public abstract string Tries { get; }

    /// <summary>Why this machine or user cannot do it; null where it can.</summary>
    public virtual string? NotPossibleHere => null;

    /// <summary>How much of the time it gets, compared with the others.</summary>
    public virtual int Weight => 2;

    /// <summary>Tries once. Whatever it throws is a failure of the library, or of this program.</summary>
    public abstract Task TryAsync(Attempt attempt);
}
