namespace TypedMigrations.Cli.Answers;

/// <summary>Which migrations a database has, and which it lacks.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="IsTestDatabase">Whether it was made for tests.</param>
/// <param name="IsUpToDate">Whether nothing is pending and nothing stands in the way.</param>
/// <param name="Migrations">Those of the code and of the journal, in run order.</param>
/// <param name="Problems">What stands in the way of a run.</param>
internal sealed record StatusAnswer(
    string Database, bool Exists, bool IsTestDatabase, bool IsUpToDate, IReadOnlyList<MigrationState> Migrations, IReadOnlyList<ProblemAnswer> Problems);

/// <summary>A migration, in the code or in the journal.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="State">What it is.</param>
/// <param name="AppliedAt">When, UTC; null where it is pending.</param>
/// <param name="Milliseconds">How long it took on the copy; null where it is pending.</param>
/// <param name="ApplicationVersion">The version of the application that applied it; null where it is pending.</param>
internal sealed record MigrationState(
    string Id, string Module, MigrationStateKind State, DateTimeOffset? AppliedAt, double? Milliseconds, string? ApplicationVersion);

/// <summary>What a migration is to a database.</summary>
internal enum MigrationStateKind
{
    /// <summary>It ran.</summary>
    Applied,

    /// <summary>The database was found in its state.</summary>
    Adopted,

    /// <summary>It is in the code and not in the journal.</summary>
    Pending,

    /// <summary>It was edited since it ran.</summary>
    Edited,

    /// <summary>It is in the journal and not in the code.</summary>
    Missing,
}
