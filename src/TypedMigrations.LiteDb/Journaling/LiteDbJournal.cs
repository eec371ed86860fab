using System.Globalization;
using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Journaling;

/// <summary>Reads and writes journal and audit trail: collections of the database that they speak of.</summary>
internal static class LiteDbJournal
{
    public const string Journal = "_migrations";
    public const string Audit = "_migrations_audit";

    // Not a migration: what the journal says of the database itself.
    private const string AboutKey = "$database";

    // Which program's migrations the database has, all of them: a start of the same program has nothing to do. Absent where no program is certain to be at its end.
    private const string Program = "program";

    /// <summary>Whether a collection is the library's own.</summary>
    public static bool IsOwn(string collection) => collection is Journal or Audit;

    /// <summary>What a database knows of its migrations.</summary>
    /// <exception cref="MigrationException">TM1018: the journal was written by a newer library.</exception>
    public static DatabaseState Read(ILiteEngine engine)
    {
        var names = TableReader.Names(engine);
        var hasTables = names.Any(name => !IsOwn(name));
        if (!names.Contains(Journal))
            return new DatabaseState(Exists: true, hasTables, [], IsTestDatabase: false);

        var entries = new List<JournalEntry>();
        var isTest = false;
        using (var reader = engine.Query(Journal, new Query()))
        {
            while (reader.Read())
            {
                var document = reader.Current.AsDocument;
                CheckFormat(document);
                if (document["_id"] == AboutKey)
                    isTest = document["test"] is { IsBoolean: true, AsBoolean: true };
                else
                    entries.Add(JournalDocuments.IsEntry(document) ? JournalDocuments.EntryOf(document) : throw Foreign(Journal, "journal", document));
            }
        }

        // Small migrations are done within one millisecond: the time alone does not tell their order.
        var history = entries.OrderBy(entry => entry.At).ThenBy(entry => MigrationId.TryParse(entry.Id, entry.Module));
        // Another tool's empty collection is no journal: the audit trail tells.
        return new DatabaseState(Exists: true, hasTables, [.. history], isTest) { HasEmptyJournal = entries.Count == 0 && names.Contains(Audit) };
    }

    /// <summary>Whether the last change of the journal left the database for this very program. One document is read, whatever the journal holds.</summary>
    public static bool IsLeftFor(ILiteEngine engine, string program) => TryFindAbout(engine) is { } about && IsLeftFor(about, program);

    /// <summary>The same, read from the pages of a file without a log: LiteDB need not open it.</summary>
    /// <exception cref="InvalidDataException">The journal cannot be read.</exception>
    public static bool IsLeftFor(PageReader pages, string program)
    {
        foreach (var placed in KeyedDocuments.Read(pages, Journal))
        {
            if (IsAbout(placed.Document))
                return IsLeftFor(placed.Document, program);
        }

        return false;
    }

    /// <summary>Removes and adds entries of a copy, and adds events.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="applied">The entries to add.</param>
    /// <param name="reverted">The migrations whose entries go.</param>
    /// <param name="events">The events to add.</param>
    /// <param name="isTestDatabase">Whether a new database is one for tests; null for one that exists.</param>
    /// <param name="program">For which program a changed journal leaves the database; null for none.</param>
    public static void Write(
        WorkingFile copy, IReadOnlyList<JournalEntry> applied, IReadOnlyList<MigrationId> reverted, IReadOnlyList<AuditEvent> events, bool? isTestDatabase, string? program)
    {
        var isChanged = applied.Count + reverted.Count > 0;
        var about = isChanged || isTestDatabase is not null ? About(copy.Engine, isTestDatabase, isChanged ? program : null) : null;
        if (reverted.Count > 0 && copy.Engine.Delete(Journal, reverted.Select(id => (BsonValue)JournalDocuments.KeyOf(id.Module, id.Text))) != reverted.Count)
            throw new IOException("LiteDB did not remove the entries of all reverted migrations from the journal.");
        Insert(copy, Journal, applied.Select(JournalDocuments.Of), applied.Count);
        if (about is not null)
            copy.Engine.Upsert(Journal, [about], BsonAutoId.ObjectId);
        // LiteDB makes a collection even for nothing, and it is the audit trail that tells an empty journal from no journal.
        if (events.Count > 0)
            Insert(copy, Audit, events.Select(JournalDocuments.Of), events.Count);
    }

    private static void Insert(WorkingFile copy, string collection, IEnumerable<BsonDocument> documents, int count)
    {
        using var inserting = new BulkInsert(copy, collection, count, collection);
        inserting.Insert(documents);
        inserting.Finish();
    }

    /// <summary>Adds events to the audit trail, and leaves the journal alone: a database without one gets none.</summary>
    public static void WriteAudit(LiteEngine engine, IReadOnlyList<AuditEvent> events) => engine.Insert(Audit, events.Select(JournalDocuments.Of), BsonAutoId.ObjectId);

    private static BsonDocument About(LiteEngine engine, bool? isTestDatabase, string? program)
    {
        var isTest = isTestDatabase ?? (TryFindAbout(engine)?["test"] is { IsBoolean: true, AsBoolean: true });
        var about = new BsonDocument { ["_id"] = AboutKey, ["format"] = JournalEntry.CurrentFormat, ["test"] = isTest };
        if (program is not null)
            about[Program] = program;
        return about;
    }

    /// <remarks>It comes first, for $ stands before letters and digits. To ask for its key would compare texts as people do, and loading that takes a cold start longer than reading.</remarks>
    private static BsonDocument? TryFindAbout(ILiteEngine engine)
    {
        using var reader = engine.Query(Journal, new Query());
        while (reader.Read())
        {
            if (IsAbout(reader.Current))
                return reader.Current.AsDocument;
        }

        return null;
    }

    private static bool IsAbout(BsonValue document) => document["_id"] is { IsString: true, AsString: AboutKey };

    private static bool IsLeftFor(BsonDocument about, string program) =>
        about["format"] is { IsInt32: true, AsInt32: <= JournalEntry.CurrentFormat } && about[Program].IsString && about[Program].AsString == program;

    private static void CheckFormat(BsonDocument document)
    {
        if (document["format"] is not { IsInt32: true, AsInt32: > JournalEntry.CurrentFormat })
            return;

        throw new MigrationException(new Problem(ErrorCode.JournalNewer, "The journal was written by a newer version of this library.",
            "Start the newer program, or update the TypedMigrations packages.",
            ("journal's format", document["format"].AsInt32.ToString(CultureInfo.InvariantCulture)),
            ("known format", JournalEntry.CurrentFormat.ToString(CultureInfo.InvariantCulture))));
    }

    private static MigrationException Foreign(string collection, string what, BsonDocument document) => new(new Problem(
        ErrorCode.NotADatabase, $"The collection {collection} is no {what} of this library.",
        $"If another tool made it, rename it with that tool or with LiteDB. If it is the {what}, put back a backup: it was changed by hand.",
        ("document", StepFailure.KeyText(document["_id"]))));

    /// <summary>The whole audit trail, oldest first.</summary>
    public static IEnumerable<AuditEvent> ReadAudit(ILiteEngine engine)
    {
        using var reader = engine.Query(Audit, new Query { OrderBy = BsonExpression.Create("$._id") });
        while (reader.Read())
            yield return EventOf(reader.Current.AsDocument);
    }

    /// <summary>The newest event of the audit trail, or null.</summary>
    public static AuditEvent? AuditHead(ILiteEngine engine)
    {
        using var reader = engine.Query(Audit, new Query { OrderBy = BsonExpression.Create("$._id"), Order = Query.Descending, Limit = 1 });
        return reader.Read() ? EventOf(reader.Current.AsDocument) : null;
    }

    private static AuditEvent EventOf(BsonDocument document) =>
        JournalDocuments.IsEvent(document) ? JournalDocuments.EventOf(document) : throw Foreign(Audit, "audit trail", document);
}
