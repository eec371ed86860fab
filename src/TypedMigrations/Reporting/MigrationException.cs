namespace TypedMigrations;

/// <summary>A run was refused or failed. The message says what, the facts, the state of the data and the next step.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>Makes an exception of the problems that stand in the way.</summary>
    /// <param name="problems">At least one.</param>
    /// <param name="databaseState">What state the database is in, or null where none was opened yet.</param>
    /// <param name="cause">The exception that a migration or the store threw.</param>
    public MigrationException(IReadOnlyList<Problem> problems, string? databaseState = null, Exception? cause = null)
        : base(string.Join("\n\n", problems.Select(problem => problem.ToString(databaseState))), cause)
    {
        if (problems.Count == 0)
            throw new ArgumentException("An exception needs a problem.", nameof(problems));

        Problems = problems;
        DatabaseState = databaseState;
    }

    /// <summary>Makes an exception of one problem.</summary>
    public MigrationException(Problem problem, Exception? cause = null) : this([problem], databaseState: null, cause)
    {
    }

    /// <summary>What stands in the way; never empty.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The code of the first problem.</summary>
    public string Code => Problems[0].Code;

    /// <summary>What state the database is in, or null where none was opened yet.</summary>
    public string? DatabaseState { get; }

    internal MigrationException WithDatabaseState(string state) =>
        DatabaseState is null ? new MigrationException(Problems, state, InnerException) : this;
}
