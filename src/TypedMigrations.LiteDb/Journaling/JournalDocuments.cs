using LiteDB;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Journaling;

/// <summary>Entries of the journal and events of the audit trail as the documents that they are stored as.</summary>
/// <remarks>Whoever can write to the database can change them: nothing is read before its type was looked at.</remarks>
internal static class JournalDocuments
{
    private static readonly long LongestMilliseconds = (long)TimeSpan.MaxValue.TotalMilliseconds;

    /// <summary>The key of an entry.</summary>
    public static string KeyOf(string module, string id) => $"{module}/{id}";

    /// <summary>Whether a document is an entry of the journal.</summary>
    public static bool IsEntry(BsonDocument document) =>
        document["module"].IsString && document["id"].IsString && document["_id"] is { IsString: true } key && key.AsString == KeyOf(document["module"].AsString, document["id"].AsString)
        && document["fingerprint"].IsString && document["at"].IsDateTime && IsWhole(document["duration_ms"]) && Math.Abs(document["duration_ms"].AsInt64 / 2) < LongestMilliseconds / 2
        && document["kind"].IsString && IsOneOf<JournalKind>(document["kind"].AsString)
        && document["tables"] is BsonArray tables && tables.All(count => count is BsonDocument table && table["table"].IsString && IsWhole(table["read"]) && IsWhole(table["written"]))
        && document["library"].IsString && document["application"].IsString && document["machine"].IsString;

    /// <summary>Whether a document is an event of the audit trail.</summary>
    public static bool IsEvent(BsonDocument document) =>
        IsWhole(document["_id"]) && document["at"].IsDateTime && document["kind"].IsString && IsOneOf<AuditKind>(document["kind"].AsString)
        && document["subject"].IsString && document["detail"].IsString && document["machine"].IsString && document["previous"].IsString && document["hash"].IsString;

    /// <summary>An entry as a document.</summary>
    public static BsonDocument Of(JournalEntry entry) => new()
    {
        ["_id"] = KeyOf(entry.Module, entry.Id),
        ["format"] = JournalEntry.CurrentFormat,
        ["module"] = entry.Module,
        ["id"] = entry.Id,
        ["fingerprint"] = entry.Fingerprint,
        ["kind"] = entry.Kind.ToString(),
        ["at"] = entry.At.UtcDateTime,
        ["duration_ms"] = (long)entry.Duration.TotalMilliseconds,
        ["tables"] = new BsonArray(entry.Tables.Select(count => (BsonValue)new BsonDocument { ["table"] = count.Table, ["read"] = count.Read, ["written"] = count.Written })),
        ["additive"] = entry.IsAdditive,
        ["library"] = entry.LibraryVersion,
        ["application"] = entry.ApplicationVersion,
        ["machine"] = entry.Machine,
    };

    /// <summary>The entry of a document that is one.</summary>
    public static JournalEntry EntryOf(BsonDocument document) => new()
    {
        Module = document["module"].AsString,
        Id = document["id"].AsString,
        Fingerprint = document["fingerprint"].AsString,
        Kind = Enum.Parse<JournalKind>(document["kind"].AsString),
        At = TimeOf(document["at"]),
        Duration = TimeSpan.FromMilliseconds(document["duration_ms"].AsInt64),
        Tables = [.. document["tables"].AsArray.Select(count => new TableCount(count["table"].AsString, count["read"].AsInt64, count["written"].AsInt64))],
        // Entries of an older library lack it.
        IsAdditive = document["additive"].IsBoolean && document["additive"].AsBoolean,
        LibraryVersion = document["library"].AsString,
        ApplicationVersion = document["application"].AsString,
        Machine = document["machine"].AsString,
    };

    /// <summary>An event as a document.</summary>
    public static BsonDocument Of(AuditEvent item) => new()
    {
        ["_id"] = item.Sequence,
        ["format"] = JournalEntry.CurrentFormat,
        ["at"] = item.At.UtcDateTime,
        ["kind"] = item.Kind.ToString(),
        ["subject"] = item.Subject,
        ["detail"] = item.Detail,
        ["machine"] = item.Machine,
        ["previous"] = item.PreviousHash,
        ["hash"] = item.Hash,
    };

    /// <summary>The event of a document that is one.</summary>
    public static AuditEvent EventOf(BsonDocument document) => new(
        document["_id"].AsInt64, TimeOf(document["at"]), Enum.Parse<AuditKind>(document["kind"].AsString), document["subject"].AsString,
        document["detail"].AsString, document["machine"].AsString, document["previous"].AsString, document["hash"].AsString);

    // Enum.Parse takes every number for a name.
    private static bool IsOneOf<T>(string name) where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value);

    private static bool IsWhole(BsonValue value) => value.IsInt32 || value.IsInt64;

    private static DateTimeOffset TimeOf(BsonValue value) => new(value.AsDateTime.ToUniversalTime());
}
