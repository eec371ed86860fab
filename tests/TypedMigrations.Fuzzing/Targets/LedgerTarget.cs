using Accounts;
using LiteDB;
using LiteDB.Engine;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>Journal and audit trail hold what somebody else wrote there. The state is read, planned with, and sometimes run with.</summary>
public sealed class LedgerTarget() : FuzzTarget("ledger", 120)
{
    private static readonly string[] Collections = ["_migrations", "_migrations_audit"];

    private static readonly string[] Names =
    [
        "_id", "format", "module", "id", "fingerprint", "kind", "at", "duration_ms", "tables", "table", "read", "written", "additive", "library", "application", "machine", "test", "subject", "detail", "previous", "hash",
        "$database", "Applied", "Adopted", "Started", "Failed", "Accounts", "20201006_FirstTables", "20201022_PermissionsBecomeRoles", "20991231_Later", "Accounts/20201006_FirstTables",
    ];

    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    public override IEnumerable<byte[]> Seeds()
    {
        for (byte seed = 0; seed < 16; seed++)
            yield return [seed, .. Enumerable.Range(0, 40).Select(i => (byte)((i * 37 * (seed + 1)) ^ seed))];
    }

    public override void Run(byte[] input)
    {
        var decisions = new Decisions(input);
        var isRun = decisions.Below(8) == 0;
        var stream = new MemoryStream();
        stream.Write(Migrated.Value);
        Change(stream, decisions);
        var before = stream.ToArray();

        using var store = new LiteDbStore(stream);
        var migrator = new Migrator([new AccountsModule()], store);
        var maintenance = new DatabaseMaintenance(store);
        var answers = new List<Exception?>
        {
            Answer(() => maintenance.ReadAuditAsync()), Answer(() => maintenance.ReadContentsAsync()), Answer(() => migrator.FindBaselineAsync()), Answer(() => migrator.PlanAsync()), Answer(() => migrator.PlanAsync(MigrationGoal.Back())),
        };
        Require(before.AsSpan().SequenceEqual(stream.ToArray()), "Looking changed the database.");
        if (isRun)
            answers.Add(Answer(() => migrator.RunAsync()));
        if (answers.Find(answer => answer is not null) is { } told)
            throw told;
    }

    private Exception? Answer<T>(Func<Task<T>> ask)
    {
        try
        {
            _ = ask().GetAwaiter().GetResult()!.ToString();
            return null;
        }
        catch (Exception exception) when (Allows(exception))
        {
            return exception;
        }
    }

    private static void Change(Stream stream, Decisions decisions)
    {
        using var engine = new LiteEngine(new EngineSettings { DataStream = stream, LogStream = new MemoryStream() });
        using var database = new LiteDatabase(engine, new BsonMapper(), disposeOnClose: false);
        for (var changes = 1 + decisions.Below(5); changes > 0 && !decisions.IsAtEnd; changes--)
        {
            try
            {
                Change(database.GetCollection(decisions.Of(Collections)), decisions);
            }
            catch (Exception exception) when (exception is LiteException or ArgumentException or OverflowException or InvalidCastException or FormatException)
            {
                // What LiteDB does not store, nobody finds there.
            }
        }
    }

    private static void Change(ILiteCollection<BsonDocument> documents, Decisions decisions)
    {
        var all = documents.FindAll().ToList();
        var document = all.Count > 0 ? decisions.Of(all) : new BsonDocument { ["_id"] = 1 };
        switch (decisions.Below(6))
        {
            case 0:
                documents.Delete(document["_id"]);
                break;
            case 1:
                document.Remove(decisions.Of(Names));
                documents.Upsert(document);
                break;
            case 2:
                documents.Insert(new BsonDocument(document) { ["_id"] = decisions.Bson(Names) });
                break;
            case 3:
                documents.Upsert(decisions.Document(Names, depth: 3));
                break;
            default:
                document[decisions.Of(Names)] = decisions.Bson(Names);
                documents.Upsert(document);
                break;
        }
    }

    private static byte[] Migrate()
    {
        var stream = new MemoryStream();
        using var store = new LiteDbStore(stream);
        new Migrator([new AccountsModule()], store).MigrateToAsync("20201022").GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
