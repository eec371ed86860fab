namespace TypedMigrations.Testing;

/// <summary>A database is not as a test expects it. The message names table, document and field, with the values before and after.</summary>
/// <remarks>It is of no test framework: each takes it for a failure.</remarks>
public sealed class MigrationAssertionException : Exception
{
    internal MigrationAssertionException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
