using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>Where the modules of a database seem to be that was there before this library.</summary>
public sealed class BaselineReport
{
    internal BaselineReport(string database, DatabaseState state, RealSchema real, IReadOnlyList<ModuleBaseline> modules, IReadOnlyList<Problem> problems)
    {
        Database = database;
        State = state;
        UserVersion = real.UserVersion;
        Modules = modules;
        Problems = problems;
        var known = modules.SelectMany(module => module.Tables).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ForeignTables = [.. real.Tables.Where(table => table.Kind == RealTableKind.Documents && !known.Contains(table.Name)).Select(table => table.Name)];
    }

    /// <summary>The database as messages name it.</summary>
    public string Database { get; }

    /// <summary>The state of the database. Where it has a journal, that says where the modules are, and nothing can be adopted.</summary>
    public DatabaseState State { get; }

    /// <summary>The number that the application itself keeps in the database, such as LiteDB's <c>USER_VERSION</c>: whoever wrote it knows which version it means. Null where the store has none.</summary>
    public long? UserVersion { get; }

    /// <summary>Each module with its candidates, by name.</summary>
    public IReadOnlyList<ModuleBaseline> Modules { get; }

    /// <summary>The tables that no migration of any module declares. They are left alone.</summary>
    public IReadOnlyList<string> ForeignTables { get; }

    /// <summary>What is wrong with the migrations in the code.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>What <see cref="Migrator.BaselineAsync"/> takes. A module that fits nowhere is missing in it.</summary>
    public IReadOnlyDictionary<string, string> Proposal => Modules.Where(module => module.Best is not null).ToDictionary(module => module.Module, module => module.Best!.Name);

    /// <summary>The report as plain text.</summary>
    public override string ToString() => Reporting.BaselineText.Of(this);
}

/// <summary>Where a module may be.</summary>
/// <param name="Module">Its name.</param>
/// <param name="Candidates">Before the first migration, then each migration, in run order.</param>
/// <param name="Best">The candidate that fits best: the newest of those against which least speaks. Null where none fits.</param>
/// <param name="Why">Why this one, a sentence each.</param>
public sealed record ModuleBaseline(string Module, IReadOnlyList<BaselineCandidate> Candidates, BaselineCandidate? Best, IReadOnlyList<string> Why)
{
    /// <summary>The tables that any of the candidates declares.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];
}

/// <summary>A migration at which a module may be.</summary>
/// <param name="Id">The migration; null for before the first.</param>
/// <param name="Evidence">What speaks against it, the gravest first.</param>
/// <param name="Difference">All in which the module's tables differ from its constants, odd old data among it.</param>
public sealed record BaselineCandidate(MigrationId? Id, IReadOnlyList<BaselineEvidence> Evidence, SchemaDifference Difference)
{
    /// <summary>How a baseline names it: stamp and name, or <c>0</c> for before the first.</summary>
    public string Name => Id?.Text ?? Planning.Goal.BeforeTheFirst;

    /// <summary>Whether the database may be at it, though something may speak against it. Before the first is only where none of the module's tables is.</summary>
    public bool Fits => Id is null ? Evidence.Count == 0 : Evidence.All(evidence => evidence.Kind != BaselineEvidenceKind.Contradiction);
}

/// <summary>Something that speaks against a candidate.</summary>
/// <param name="Kind">How grave it is.</param>
/// <param name="Text">What was found, in words, without any value but keys.</param>
public sealed record BaselineEvidence(BaselineEvidenceKind Kind, string Text);

/// <summary>How grave it is what speaks against a candidate.</summary>
public enum BaselineEvidenceKind
{
    /// <summary>A field is of another type, or a required one is missing, in at least as many documents as it fits in. The database is not at the candidate.</summary>
    Contradiction,

    /// <summary>Something is there that the candidate does not declare, but another migration of the module does: the database is newer, or older.</summary>
    Foreign,

    /// <summary>Something is not there that the candidate declares: the database may be older, or nobody has used it yet.</summary>
    Missing,
}
