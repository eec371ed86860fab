namespace TypedMigrations.Discovering;

/// <summary>A migration that the code has.</summary>
public sealed class CatalogedMigration
{
    private readonly Lazy<MigrationDefinition> _definition;
    private readonly Lazy<MigrationDefinition?> _down;
    private readonly Action<CatalogedMigration>? _loadAhead;

    internal CatalogedMigration(
        MigrationId id, string className, string @namespace, string fingerprint, IReadOnlyList<string> dependsOn, Func<CatalogedMigration, MigrationDefinition> load,
        Func<CatalogedMigration, MigrationDefinition?>? loadDown = null, IReadOnlyList<string>? reads = null, IReadOnlyList<IReadOnlyList<string>>? replaces = null,
        Action<CatalogedMigration>? loadAhead = null)
    {
        Id = id;
        ClassName = className;
        Namespace = @namespace;
        Fingerprint = fingerprint;
        DependsOn = dependsOn;
        Reads = reads ?? [];
        Replaces = [.. (replaces ?? []).Select(history => (IReadOnlyList<string>)[.. history.Select(replaced => MigrationId.TryParse(replaced, id.Module)?.Text ?? replaced)])];
        _definition = new(() => load(this));
        _down = new(() => loadDown?.Invoke(this));
        _loadAhead = loadAhead;
    }

    /// <summary>Its stamp, name and module.</summary>
    public MigrationId Id { get; }

    /// <summary>The full name of its class.</summary>
    public string ClassName { get; }

    /// <summary>The namespace of its constants, records and seeds.</summary>
    public string Namespace { get; }

    /// <summary>The hash over its tokens and data files, such as <c>v1:5f2c91…</c>. It changes when its meaning may have.</summary>
    public string Fingerprint { get; }

    /// <summary>The full names of the migrations of other modules that must have run.</summary>
    public IReadOnlyList<string> DependsOn { get; }

    /// <summary>The full names of the constants and record properties of these migrations that its code names: what it reads of their tables.</summary>
    public IReadOnlyList<string> Reads { get; }

    /// <summary>The ids of the migrations that it stands for, oldest first: one list for each history that a database may have. Empty where it is no squash.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Replaces { get; }

    /// <summary>Whether it stands for older migrations, whose folders are gone.</summary>
    public bool IsSquash => Replaces.Count > 0;

    /// <summary>Constants, steps and seeds. Loaded on first use.</summary>
    public MigrationDefinition Definition => _definition.Value;

    /// <summary>The way back: the schemas changed over, with the steps of <c>Down</c> and no seeds. Null where the migration has none. Loaded on first use.</summary>
    public MigrationDefinition? Down => _down.Value;

    /// <summary>Loads what <see cref="Definition"/> will need and any thread may load. Nothing is reported here: whatever is wrong is found again.</summary>
    internal void LoadAhead() => _loadAhead?.Invoke(this);

    /// <summary>Whether it stands for a migration of its module.</summary>
    internal bool IsFor(string replaced) => Replaces.Any(history => history.Contains(replaced));

    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();
}
