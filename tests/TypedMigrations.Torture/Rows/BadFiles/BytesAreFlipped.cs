using System.Globalization;
using LiteDB;
using TypedMigrations.LiteDb;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.Storing;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>Some bytes of the file are others. LiteDB's pages have no checksum.</summary>
internal sealed class BytesAreFlipped : Row
{
    // One customer is a document of customers and addresses and two visits; one order has tags and may be the first of a customer.
    private const int MostFromOne = 8;

    public override string Name => "bytes-are-flipped";

    public override string Tries => "1 to 300 random bytes changed: found before the swap; or the run ends well, and only documents differ that LiteDB alone reads otherwise";

    public override int Weight => 3;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Migrate, attempt.Pick(60, 300), attempt.Pick(null, null, "correct horse")));
        using var bench = Bench.Of(scene);
        var bytes = File.ReadAllBytes(bench.Place.Database);
        foreach (var _ in Enumerable.Range(0, attempt.Pick(1, 1, 2, 8, 64, 300)))
            bytes[attempt.Random.Next(bytes.Length)] ^= (byte)attempt.Random.Next(1, 256);
        File.WriteAllBytes(bench.Place.Database, bytes);
        bench.Damaged = bytes;

        var (ending, story) = await Server.RunAsync(bench, attempt.Timeout);
        if (ending != "done")
        {
            Faults.Check(ending, "before", story);
            Damage.IsUntouched(bench, bytes, story);
            attempt.Count($"found: {ending}");
            return;
        }

        attempt.Count(await WhatBecameAsync(attempt, bench, bytes));
    }

    private static async Task<string> WhatBecameAsync(Attempt attempt, Bench bench, byte[] bytes)
    {
        // What LiteDB alone makes of the damaged file.
        var damaged = Path.Combine(bench.Place.Folder, "damaged.db");
        File.WriteAllBytes(damaged, bytes);
        if (TryRead(bench.Place.Database, bench.Place.Password) is not { } found)
        {
            return TryRead(damaged, bench.Place.Password) is null
                ? "in a table that no migration changes: LiteDB alone cannot read it, before or after"
                : throw new LostException("LiteDB alone reads the damaged database, and not what became of it.");
        }

        var differing = Damage.Count(found, bench.Scene.After!);
        if (differing == 0 && found.DifferencesFrom(bench.Scene.After!).Count == 0)
        {
            if (await IsInAuditTrailAsync(attempt, bench.Place, damaged))
                return "in the audit trail, whose chain says so: as after";
            await bench.CheckAsync(attempt.Timeout);
            return "not in use: as after";
        }

        var alone = DatabaseFacts.Read(damaged, bench.Place.Password);
        var changed = Damage.Count(alone, bench.Scene.Before!);
        if (differing > changed * MostFromOne)
        {
            var differences = string.Join("\n  ", found.DifferencesFrom(bench.Scene.After!));
            throw new LostException(string.Create(CultureInfo.InvariantCulture, $"{differing} documents differ after the run, and LiteDB alone reads only {changed} otherwise:\n  {differences}"));
        }

        return Damage.CountMissing(alone, bench.Scene.Before!) > 0 ? "undetectable: LiteDB alone finds fewer documents too" : "undetectable: the value itself changed";
    }

    /// <summary>Whether a byte of the audit trail was changed. The hashes of its events are there to say so, before the run and after it.</summary>
    private static async Task<bool> IsInAuditTrailAsync(Attempt attempt, Place place, string damaged)
    {
        if (await FindBreakAsync(place.Database) is not { } after)
            return false;
        return (await FindBreakAsync(damaged))?.Sequence == after.Sequence
            ? true
            : throw new LostException($"The audit trail is broken at event {after.Sequence}, which it was not in the damaged database.");

        async Task<AuditEvent?> FindBreakAsync(string file)
        {
            using var store = new LiteDbStore(new ConnectionString { Filename = file, Password = place.Password });
            return await Bench.FindBreakAsync(store, attempt.Timeout);
        }
    }

    private static DatabaseFacts? TryRead(string path, string? password)
    {
        try
        {
            return DatabaseFacts.Read(path, password);
        }
        catch (Exception exception) when (exception is not LostException)
        {
            return null;
        }
    }
}
