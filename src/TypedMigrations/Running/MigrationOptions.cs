using System.ComponentModel.DataAnnotations;
using TypedMigrations.Planning;

namespace TypedMigrations;

/// <summary>How an application's database is brought up to date.</summary>
public sealed class MigrationOptions
{
    /// <summary>What starts a run. The default is <see cref="MigrationMode.Automatic"/>.</summary>
    [EnumDataType(typeof(MigrationMode))]
    public MigrationMode Mode { get; set; } = MigrationMode.Automatic;

    /// <summary>How long to wait for the lock while another process has it. The default is 60 seconds; zero does not wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many backups stay beside the database. The default is 3; at least 1, for the last one is never pruned.</summary>
    [Range(1, 1000)]
    public int BackupsToKeep { get; set; } = 3;

    /// <summary>The newest migration to apply: stamp, id or name. The default, null, means all. A database that is further on stays so: only a <see cref="MigrationGoal"/> goes back.</summary>
    public string? Target { get; set; }

    /// <summary>How many migrations to apply at most. The default, null, means all.</summary>
    [Range(1, int.MaxValue)]
    public int? StepLimit { get; set; }

    /// <summary>Whether a pending migration may be older than the newest applied one of its module. The default is false.</summary>
    public bool AllowOutOfOrder { get; set; }

    /// <summary>
    /// Whether a pending migration may lose data. The default is true: its author said so in <c>Up</c>. With false a plan with such a step is
    /// refused with TM1206, which names them, unless the database is new or empty. Going back asks <see cref="MigrationGoal.AllowDataLoss"/> instead.
    /// </summary>
    public bool AllowDataLoss { get; set; } = true;

    /// <summary>
    /// Where to adopt a database that has tables but no journal: the module's name, or <c>*</c> for every module, to the
    /// migration that it is at (stamp, id or name; <c>0</c> for before the first). In configuration <c>Migrations:AdoptAt</c> stands for
    /// every module and <c>Migrations:AdoptAt:Accounts</c> for one; for every module it may name a migration of any, and the others are where they were then. Ignored once there is a journal. Empty by default: such a database is refused.
    /// </summary>
    public IDictionary<string, string> AdoptAt { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether test data is inserted. Only a database that this makes is a test database; a real one is refused. The default is false.</summary>
    public bool TestData { get; set; }

    /// <summary>The version of the application that the journal notes with each migration. The default, null, is that of the program which runs.</summary>
    public string? ApplicationVersion { get; set; }

    internal PlanRequest ToRequest(MigrationGoal? goal) => new()
    {
        Goal = goal,
        Target = Target,
        StepLimit = StepLimit,
        AllowOutOfOrder = AllowOutOfOrder,
        AllowDataLoss = AllowDataLoss,
        AdoptAt = new Dictionary<string, string>(AdoptAt, StringComparer.OrdinalIgnoreCase),
        TestData = TestData,
    };
}

/// <summary>What starts a run.</summary>
public enum MigrationMode
{
    /// <summary>The host migrates when it starts.</summary>
    Automatic,
}
