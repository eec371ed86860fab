using System.Security.Cryptography;
using System.Text;
using TypedMigrations.Discovering;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>The migrations that one run would take back or apply, and what stands in its way.</summary>
/// <remarks>
/// Only <see cref="Planner"/> makes plans, from two lists: the migrations in the code and the entries in the journal.
/// It touches no database, so that a surface and a test may ask at any time.
/// </remarks>
public sealed class MigrationPlan
{
    private readonly Lazy<DatabaseState> _state;

    internal MigrationPlan(
        IReadOnlyList<CatalogedMigration> adopted, IReadOnlyList<PlannedMigration> reverted, IReadOnlyList<PlannedMigration> pending,
        IReadOnlyList<CatalogedMigration> later, DatabaseState state, IReadOnlyList<Problem> problems)
    {
        Adopted = adopted;
        Reverted = reverted;
        Pending = pending;
        Later = later;
        _state = new(state);
        Problems = problems;
    }

    private MigrationPlan(Func<DatabaseState> readState)
    {
        Adopted = Later = [];
        Reverted = Pending = [];
        Problems = [];
        // One that could not be read may be readable the next time.
        _state = new(readState, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The plan for a database that is where the program would leave it.</summary>
    internal static MigrationPlan UpToDate(Func<DatabaseState> readState) => new(readState);

    /// <summary>The migrations whose result is expected to be there already, and which the journal will hold as adopted.</summary>
    public IReadOnlyList<CatalogedMigration> Adopted { get; }

    /// <summary>The migrations to take back, newest first, each with the work of its <c>Down</c>. They come before <see cref="Pending"/>.</summary>
    public IReadOnlyList<PlannedMigration> Reverted { get; }

    /// <summary>The migrations to apply, in run order.</summary>
    public IReadOnlyList<PlannedMigration> Pending { get; }

    /// <summary>The migrations that stay pending because the target or the step limit excludes them.</summary>
    public IReadOnlyList<CatalogedMigration> Later { get; }

    /// <summary>What stands in the way; all of it at once.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether something stands in the way.</summary>
    public bool HasProblems => Problems.Count > 0;

    /// <summary>Whether there is nothing to do and nothing stands in the way.</summary>
    public bool IsUpToDate => !HasProblems && Pending.Count == 0 && Adopted.Count == 0 && Reverted.Count == 0;

    /// <summary>The state of the database that the plan was made for.</summary>
    /// <remarks>
    /// Where <see cref="Migrator.RunAsync(CancellationToken)"/> saw by one note in the journal that nothing is pending, the journal is read when this is asked for the first time:
    /// by the application's own database as long as that is open, afterwards as <see cref="Migrator.PlanAsync(CancellationToken)"/> would read it.
    /// </remarks>
    /// <exception cref="MigrationException">It is read now, and cannot be: TM3001: another process has the database. TM30xx.</exception>
    public DatabaseState State => _state.Value;

    /// <summary>The hash over what would run and over the journal it would run on. Another plan or another state gives another one.</summary>
    public string Fingerprint
    {
        get
        {
            var lines = State.Journal.Select(entry => $"journal {entry.Module} {entry.Id} {entry.Fingerprint}").Order(StringComparer.Ordinal)
                .Concat(Adopted.Select(migration => $"adopt {migration.Id} {migration.Fingerprint}"))
                .Concat(Reverted.Select(reverted => $"revert {reverted.Id} {reverted.Migration.Fingerprint}"))
                .Concat(Pending.Select(migration => $"apply {migration.Id} {migration.Migration.Fingerprint}"));
            return "v1:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        }
    }

    /// <summary>The plan as a table of plain text.</summary>
    public override string ToString() => Reporting.PlanText.Of(this);
}

/// <summary>A migration of a plan, with the work that it makes for the store.</summary>
/// <param name="Migration">The migration in the code.</param>
/// <param name="Work">Its steps, the derived ones too, sorted by table.</param>
public sealed record PlannedMigration(CatalogedMigration Migration, MigrationWork Work)
{
    /// <summary>Stamp, name and module.</summary>
    public MigrationId Id => Migration.Id;
}
