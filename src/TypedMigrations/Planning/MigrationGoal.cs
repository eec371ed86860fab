namespace TypedMigrations;

/// <summary>Where a run goes: up to the newest migration, to a given one in whichever direction, some steps back, or nowhere: a database is adopted as it is.</summary>
/// <remarks>
/// Plan, rehearsal and run take the same goal. Going back needs a <c>Down</c> in every migration that is taken back, and never
/// happens because of an option in the configuration.
/// </remarks>
public sealed record MigrationGoal
{
    private MigrationGoal()
    {
    }

    /// <summary>Every pending migration is applied, whatever <see cref="MigrationOptions.Target"/> and <see cref="MigrationOptions.StepLimit"/> say.</summary>
    public static MigrationGoal Latest { get; } = new();

    /// <summary>The database ends at a migration: what is pending up to it is applied, what is newer is taken back, newest first.</summary>
    /// <param name="target">Its stamp, id or name, or <c>0</c> for before the first.</param>
    /// <param name="module">The module to look in; null for all.</param>
    /// <remarks>
    /// Taken back are the newer migrations of the target's module, those of other modules that declare to depend on one of them, and
    /// what is newer than these in their modules. Other modules keep what they have.
    /// </remarks>
    public static MigrationGoal To(string target, string? module = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        return new MigrationGoal { Target = target, Module = module };
    }

    /// <summary>The newest applied migrations of all modules are taken back, newest first.</summary>
    /// <param name="steps">How many; at least one.</param>
    public static MigrationGoal Back(int steps = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return new MigrationGoal { Steps = steps };
    }

    /// <summary>A database that has tables but no journal is taken to be where it is said to be, and nothing is applied. Where there is a journal it is refused.</summary>
    /// <param name="at">Where each module is: its name, or <c>*</c> for every other, to stamp, id or name; <c>0</c> for before its first migration. <see cref="MigrationOptions.AdoptAt"/> does not count.</param>
    /// <remarks>The copy is compared with the constants, and what is missing of tables and indexes is made. <see cref="Migrator.FindBaselineAsync"/> proposes where.</remarks>
    public static MigrationGoal Adopt(IReadOnlyDictionary<string, string> at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return new MigrationGoal { AdoptAt = new Dictionary<string, string>(at, StringComparer.OrdinalIgnoreCase) };
    }

    /// <summary>Where a database without a journal is adopted. Null for the other goals.</summary>
    public IReadOnlyDictionary<string, string>? AdoptAt { get; private init; }

    /// <summary>The migration to end at: stamp, id or name; <c>0</c> for before the first. Null for the other goals.</summary>
    public string? Target { get; private init; }

    /// <summary>The module of the target; null for all.</summary>
    public string? Module { get; private init; }

    /// <summary>How many migrations to take back. Null for the other goals.</summary>
    public int? Steps { get; private init; }

    /// <summary>Whether a migration may be taken back that drops fields or tables on its way. The default is false: the plan refuses it and names them.</summary>
    public bool AllowDataLoss { get; init; }

    /// <summary>The goal as code writes it, such as <c>MigrationGoal.Back(2)</c>.</summary>
    public override string ToString()
    {
        var goal = this switch
        {
            { Target: { } target, Module: { } module } => $"MigrationGoal.To(\"{target}\", \"{module}\")",
            { Target: { } target } => $"MigrationGoal.To(\"{target}\")",
            { AdoptAt: { } at } => $"MigrationGoal.Adopt({string.Join(", ", at.Select(module => $"{module.Key}: {module.Value}"))})",
            { Steps: { } steps } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"MigrationGoal.Back({steps})"),
            _ => "MigrationGoal.Latest",
        };
        return AllowDataLoss ? goal + " with { AllowDataLoss = true }" : goal;
    }
}
