using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.LiteDb.Testing;
using TypedMigrations.LiteDb.Verifying;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A copy of a LiteDB file that is migrated in place of it.</summary>
internal sealed class LiteDbCopy : IDatabaseCopy
{
    private const string UtcDate = "UTC_DATE";

    private readonly WorkingFile _file;
    private readonly Func<SwapResult> _swapIn;
    private readonly Action _throwAway;
    private readonly DocumentCounts _counts;
    private readonly bool? _markAsTest;
    private readonly BsonValue _utcDate;

    /// <param name="file">The copied file.</param>
    /// <param name="audit">The audit trail to continue.</param>
    /// <param name="markAsTest">Whether a new database is one for tests; null for one that exists.</param>
    /// <param name="swapIn">Puts a finished file into the place of the database.</param>
    /// <param name="throwAway">Removes everything of the copy that is still there.</param>
    public LiteDbCopy(WorkingFile file, AuditTrail audit, bool? markAsTest, Func<SwapResult> swapIn, Action throwAway)
    {
        _file = file;
        Audit = audit;
        _markAsTest = markAsTest;
        _swapIn = swapIn;
        _throwAway = throwAway;
        // LiteDB reads times as local ones, and writes those of the hour that autumn has twice, or near the ends of time, back as others.
        _utcDate = _file.Engine.Pragma(UtcDate);
        _file.Engine.Pragma(UtcDate, true);
        using var settled = _file.Settle(CancellationToken.None);
        _counts = new DocumentCounts(settled);
    }

    public AuditTrail Audit { get; }

    /// <summary>What is to be said of the copy besides, for the report; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The collation with which the application will open the database; null for whichever it has.</summary>
    public Collation? WantedCollation { get; init; }

    /// <summary>Where the copy is; null where it has no file.</summary>
    public CopyAddress? Address { get; init; }

    /// <summary>Told how far reading the copy again is.</summary>
    public Action<string, long, long?> OnVerifying { get; init; } = (_, _, _) => { };

    public IReadOnlyList<string> Adopt(Schema schema, CancellationToken cancellation) =>
        OnStore(() => new SchemaAdoption(_file, _counts, OnVerifying, cancellation).Adopt(schema));

    public IReadOnlyList<AppliedWork> Apply(IReadOnlyList<MigrationWork> works, ApplyOptions options, CancellationToken cancellation) =>
        OnStore(() => new MigrationGroup(_file, _counts, works, options, cancellation).Run());

    public void Insert(TableSchema table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation) => OnStore(() =>
    {
        var isNew = !_counts.Has(table.Name);
        _counts.Ensure(_file.Engine, table.Name);
        foreach (var index in isNew ? table.Indexes : [])
            IndexMaker.Make(_file.Engine, table.Name, index, cancellation);
        using var portions = new Portions<BsonDocument>(documents.Select(StoredValue.ToDocument), BsonSize.Of);
        using var inserting = new BulkInsert(_file, table.Name, documents.Count, "a new database", "Give the document that has it another one, or another key, and seed again.");
        while (portions.Next() is { } portion)
        {
            cancellation.ThrowIfCancellationRequested();
            _counts.Inserted(table.Name, inserting.Insert(portion));
            if (portions.HasMore)
                _file.Close();
        }

        inserting.Finish();
        return true;
    });

    public IReadOnlyList<string> Verify(IReadOnlyList<MigrationWork> migrated, CancellationToken cancellation) => OnStore(() =>
    {
        // What is read now comes from the disk, not from what was meant to be written.
        _file.Close();
        CheckCollation();
        var notes = new Verification(_file, _counts, migrated, OnVerifying, cancellation).Verify();
        return Note is null ? notes : [.. notes, Note];
    });

    public void Write(IReadOnlyList<JournalEntry> applied, IReadOnlyList<MigrationId> reverted, AuditTrail audit, string? program) => OnStore(() =>
    {
        LiteDbJournal.Write(_file, applied, reverted, audit.Added, _markAsTest, program);
        return Finish();
    });

    public CopyAddress LetOthersOpen() => Address is { } address && OnStore(Finish) ? address : throw NoFiles.Of("A database in memory", "be rehearsed for others");

    public SwapResult SwapIn() => _swapIn();

    /// <summary>LiteDB refuses to open a database with a collation that is not its own: better before the swap than after.</summary>
    private void CheckCollation()
    {
        var real = _file.Engine.Pragma("COLLATION").AsString;
        if (WantedCollation is { } wanted && wanted.ToString() != real)
        {
            throw new MigrationException(new Problem(ErrorCode.ConnectionRefused, $"The connection string says Collation={wanted}, but the database's collation is {real}.",
                $"Write Collation={real}, or leave it out."));
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _throwAway();
    }

    private bool Finish()
    {
        _file.Engine.Pragma(UtcDate, _utcDate);
        _file.Close();
        return true;
    }

    private static T OnStore<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InvalidDataException exception)
        {
            throw new MigrationException(
                new Problem(ErrorCode.Damaged, $"A document of the copy cannot be read, as LiteDB cannot read it. {exception.Message}",
                    "Look whether the original can be read whole. If it cannot, put back a backup; if it can, repeat the run."),
                exception);
        }
        catch (Exception exception) when (exception is LiteException or IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(
                new Problem(ErrorCode.StoreFailed, "LiteDB failed while the copy was migrated.", "See the reason; the copy was thrown away, and the run can be repeated.",
                    ("reason", $"{exception.GetType().Name}: {exception.Message}")),
                exception);
        }
    }
}
