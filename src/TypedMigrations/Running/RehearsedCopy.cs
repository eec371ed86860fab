using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>A migrated copy of the database that a rehearsal lets others open. It is thrown away afterwards.</summary>
public sealed class RehearsedCopy
{
    internal RehearsedCopy(CopyAddress address, MigrationReport report)
    {
        Path = address.Path;
        ConnectionString = address.ConnectionString;
        Report = report;
    }

    /// <summary>The path of the copy's file.</summary>
    public string Path { get; }

    /// <summary>What a program opens the copy with. It holds the password: give it to the program, never to a log.</summary>
    public string ConnectionString { get; }

    /// <summary>What was done on the copy.</summary>
    public MigrationReport Report { get; }

    /// <summary>The path, without the password.</summary>
    public override string ToString() => Path;
}
