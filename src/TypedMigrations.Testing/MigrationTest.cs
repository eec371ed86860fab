namespace TypedMigrations.Testing;

/// <summary>One test of one migration. Any test framework runs it.</summary>
public sealed class MigrationTest
{
    private readonly Action _run;

    internal MigrationTest(string name, Action run)
    {
        Name = name;
        _run = run;
    }

    /// <summary>What is tested, such as <c>20201027_ManyRoles keeps its data</c>. It is the same in every run.</summary>
    public string Name { get; }

    /// <summary>Runs the test. It may run beside others.</summary>
    /// <exception cref="MigrationAssertionException">The migration does not keep what it should. The message names tables, documents and fields.</exception>
    /// <exception cref="SnapshotMismatchException">Schema or plan are not as verified.</exception>
    /// <exception cref="MigrationException">The migration was refused or failed, as it would be anywhere. The message is the run's own.</exception>
    public void Run() => _run();

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
