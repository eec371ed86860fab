using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Discovering;

/// <summary>What a migration says: the schemas before and after it, the steps between them, and its seeds.</summary>
public sealed class MigrationDefinition
{
    internal MigrationDefinition(
        MigrationId id, Schema before, Schema after, IReadOnlyList<Schema> readable, IReadOnlyList<Step> steps,
        Func<SeedKind, IReadOnlyList<SeedWork>> seeds, IReadOnlyList<Problem> problems)
    {
        Id = id;
        Before = before;
        After = after;
        Readable = readable;
        Steps = steps;
        Seeds = seeds;
        Problems = problems;
    }

    /// <summary>Stamp, name and module.</summary>
    public MigrationId Id { get; }

    /// <summary>The schema of the module's migration before it; empty for the first.</summary>
    public Schema Before { get; }

    /// <summary>The schema that its own constants declare.</summary>
    public Schema After { get; }

    /// <summary>The schemas whose tables its steps may look up: the one before, and those of the migrations that it depends on.</summary>
    public IReadOnlyList<Schema> Readable { get; }

    /// <summary>The steps that <c>Up</c>, or for the way back <c>Down</c>, names.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The records that the migration's seeds insert. Each seed is asked once, however often this is.</summary>
    public Func<SeedKind, IReadOnlyList<SeedWork>> Seeds { get; }

    /// <summary>What is wrong with the constants, the steps or the seeds themselves.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether it is marked as <c>[Additive]</c>.</summary>
    public bool IsAdditive { get; internal init; }
}

/// <summary>What seeds are for.</summary>
public enum SeedKind
{
    /// <summary>Every installation needs them.</summary>
    Bootstrap,

    /// <summary>Only test databases get them.</summary>
    Test,
}

/// <summary>Which seeds count.</summary>
public static class SeedKinds
{
    /// <summary>The kinds whose records are inserted, in the order in which they are: the bootstrap data always, the test data after it.</summary>
    /// <param name="testData">Whether test data is asked for.</param>
    public static IReadOnlyList<SeedKind> Of(bool testData) => testData ? [SeedKind.Bootstrap, SeedKind.Test] : [SeedKind.Bootstrap];
}

/// <summary>Records to insert into a table where their keys are absent.</summary>
/// <param name="Table">The table.</param>
/// <param name="Records">The records, enumerated while they are inserted.</param>
public sealed record SeedWork(TableSchema Table, IEnumerable<object> Records);
