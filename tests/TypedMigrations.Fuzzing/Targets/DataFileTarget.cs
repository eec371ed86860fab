using Accounts;
using LiteDB;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>Data file and log with changed, copied, zeroed and missing pages. They are refused or read, and stay as they are.</summary>
public sealed class DataFileTarget() : FuzzTarget("data-file", 60)
{
    private const int PageSize = 8192;
    private static readonly Lazy<(byte[] Data, byte[] Log)> Settled = new(() => Make(withLog: false)), Unsettled = new(() => Make(withLog: true));

    // Where LiteDB keeps ids of pages, counts and lengths.
    private static readonly int[] Offsets = [0, 4, 5, 9, 13, 14, 18, 19, 23, 24, 26, 28, 30, 31, 32, 59, 60, 64, 68, 76, 80, 84, 88, 92, 96, 97, 100, 191, 192, 196, 200, 8180, 8184, 8188];

    public override IEnumerable<byte[]> Seeds()
    {
        yield return [];
        yield return [1];
        for (byte seed = 0; seed < 24; seed++)
            yield return [seed, .. Enumerable.Range(0, 14).Select(i => (byte)((i * 53 * (seed + 1)) ^ (seed * 11)))];
    }

    public override void Run(byte[] input)
    {
        var decisions = new Decisions(input);
        var (data, log) = decisions.Below(4) == 1 ? Unsettled.Value : Settled.Value;
        data = Changed(data, decisions);
        if (log.Length > 0 && decisions.Below(2) == 1)
            log = Changed(log, decisions);

        using var place = new Scratch();
        File.WriteAllBytes(place.Path("shop.db"), data);
        if (log.Length > 0)
            File.WriteAllBytes(place.Path("shop-log.db"), log);
        var told = Look(place);
        // What a finalizer throws ends the process: with the input that brought it about, and not with a later one.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Require(File.ReadAllBytes(place.Path("shop.db")).AsSpan().SequenceEqual(data), "The data file was changed.");
        Require(log.Length == 0 || File.ReadAllBytes(place.Path("shop-log.db")).AsSpan().SequenceEqual(log), "The log was changed.");
        if (told is not null)
            throw told;
    }

    private Exception? Look(Scratch place)
    {
        using var store = new LiteDbStore($"Filename={place.Path("shop.db")}");
        var migrator = new Migrator([new AccountsModule()], store);
        var maintenance = new DatabaseMaintenance(store);
        return new[]
        {
            Answer(() => migrator.PlanAsync()), Answer(() => migrator.ReadSchemaAsync()), Answer(() => maintenance.ReadAuditAsync()), Answer(() => maintenance.ReadContentsAsync()), Answer(() => maintenance.DumpAsync(Stream.Null)),
        }.FirstOrDefault(answer => answer is not null);
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

    private static byte[] Changed(byte[] original, Decisions decisions)
    {
        var bytes = original.ToList();
        for (var changes = decisions.Below(6); changes > 0 && bytes.Count > 0 && !decisions.IsAtEnd; changes--)
            Change(bytes, decisions);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Decisions decisions)
    {
        var page = decisions.Below(Math.Max(1, bytes.Count / PageSize)) * PageSize;
        switch (decisions.Below(12))
        {
            case 0:
                bytes.RemoveRange(page, bytes.Count - page);
                break;
            case 1:
                var torn = Math.Max(0, bytes.Count - decisions.Below(PageSize));
                bytes.RemoveRange(torn, bytes.Count - torn);
                break;
            case 2:
                Put(bytes, page, new byte[PageSize]);
                break;
            case 3:
                Put(bytes, page, [.. bytes.Skip(decisions.Below(Math.Max(1, bytes.Count / PageSize)) * PageSize).Take(PageSize)]);
                break;
            case 4:
                bytes.AddRange(Enumerable.Repeat(decisions.Byte(), decisions.Below(3 * PageSize)));
                break;
            case < 9:
                Put(bytes, page + decisions.Of(Offsets), BitConverter.GetBytes(decisions.Below(2) == 0 ? decisions.Below(64) : decisions.Int()));
                break;
            default:
                Put(bytes, page + decisions.Below(PageSize), [decisions.Byte()]);
                break;
        }
    }

    private static void Put(List<byte> bytes, int at, byte[] with)
    {
        for (var i = 0; i < with.Length && at + i < bytes.Count; i++)
            bytes[at + i] = with[i];
    }

    private static (byte[] Data, byte[] Log) Make(bool withLog)
    {
        using var place = new Scratch();
        var path = place.Path("shop.db");
        using (var store = new LiteDbStore($"Filename={path}"))
            new Migrator([new AccountsModule()], store).MigrateToAsync("20201022").GetAwaiter().GetResult();
        using (var database = new LiteDatabase($"Filename={path}", new BsonMapper()))
        {
            if (withLog)
                database.Pragma("CHECKPOINT", 0);
            database.GetCollection("notes").Insert(Enumerable.Range(0, 40).Select(i => new BsonDocument { ["_id"] = i, ["text"] = new string('x', i * 20) }));
            database.GetCollection("notes").EnsureIndex("text", "$.text");
        }

        var log = place.Path("shop-log.db");
        return (File.ReadAllBytes(path), withLog ? File.ReadAllBytes(log) : []);
    }
}
