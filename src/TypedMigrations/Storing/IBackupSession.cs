namespace TypedMigrations.Storing;

/// <summary>A backup that is open, to be put into the place of its database.</summary>
/// <remarks>
/// The order of calls: <see cref="Contents"/>; <see cref="PutInPlace"/>, unless something speaks against it; <see cref="IDisposable.Dispose"/>.
/// The backup itself is never changed: a copy of it takes the place.
/// </remarks>
public interface IBackupSession : IDisposable
{
    /// <summary>What the backup holds.</summary>
    DatabaseContents Contents { get; }

    /// <summary>Puts a copy of the backup into the place of the database, which becomes the newest backup. No backup is pruned. The application stays out until the next run lets it in.</summary>
    /// <param name="audit">The trail whose added events are written into the copy, before the swap.</param>
    /// <param name="cancellation">Ends the copying.</param>
    /// <returns>Where the backup is, and what went wrong afterwards.</returns>
    /// <exception cref="MigrationException">TM3008: no space. TM4009: the swap failed. The database is as it was.</exception>
    SwapResult PutInPlace(AuditTrail audit, CancellationToken cancellation);
}

/// <summary>What a database or its backup holds, as far as it is compared before a backup is put back.</summary>
/// <param name="State">The journal.</param>
/// <param name="Audit">The whole audit trail, oldest first.</param>
/// <param name="Tables">How many documents each table has, by name; journal and audit trail left out.</param>
/// <param name="Origin">
/// What a database and its copies have in common and no other database has, such as the instant at which it was made. Null where the
/// store cannot tell, or where there is no database.
/// </param>
public sealed record DatabaseContents(DatabaseState State, IReadOnlyList<AuditEvent> Audit, IReadOnlyDictionary<string, long> Tables, string? Origin)
{
    /// <summary>The contents of a database that does not exist.</summary>
    public static readonly DatabaseContents None = new(DatabaseState.None, [], new Dictionary<string, long>(), Origin: null);
}
