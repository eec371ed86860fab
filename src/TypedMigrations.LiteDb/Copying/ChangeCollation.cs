using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Gives the database another collation: everything goes into a new one, for LiteDB cannot change it in place.</summary>
internal sealed record ChangeCollation(Collation Collation) : StoreStep("LiteDB cannot change it in place"), ILiteDbStep
{
    private const int KeysShown = 20;

    // What a database keeps besides its collections. LIMIT_SIZE last: it must not stand in the way of the copying.
    private static readonly string[] Pragmas = ["USER_VERSION", "TIMEOUT", "UTC_DATE", "CHECKPOINT", "LIMIT_SIZE"];

    public override string Words => $"change the collation to {Collation}";

    public void Run(WorkingFile file)
    {
        if (file.Engine.Pragma("COLLATION").AsString == Collation.ToString())
            return;

        var pragmas = Pragmas.ToDictionary(pragma => pragma, pragma => file.Engine.Pragma(pragma));
        var indexes = TableReader.Indexes(file.Engine);
        var tables = TableReader.Names(file.Engine);
        var beside = file.Beside(Collation);
        try
        {
            foreach (var table in tables)
                Copy(file, beside, table, indexes[table]);
            foreach (var pragma in Pragmas)
                beside.Engine.Pragma(pragma, pragmas[pragma]);
            file.Become(beside);
        }
        finally
        {
            beside.Remove();
        }
    }

    private void Copy(WorkingFile file, WorkingFile beside, string table, IEnumerable<StoredIndex> indexes)
    {
        DocumentCounts.MakeEmpty(beside.Engine, table);
        foreach (var batch in TableReader.Batches(file, table, beside, CancellationToken.None))
        {
            try
            {
                beside.Engine.Insert(table, batch, BsonAutoId.ObjectId);
            }
            catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
            {
                throw Clash(file, beside, table);
            }
        }

        foreach (var index in indexes)
            IndexMaker.Make(beside.Engine, table, index, CancellationToken.None);
    }

    /// <summary>Names every key that the new collation takes for another one of the table.</summary>
    private MigrationException Clash(WorkingFile file, WorkingFile beside, string table)
    {
        var clashing = new List<string>();
        foreach (var document in TableReader.Batches(file, table, beside, CancellationToken.None).SelectMany(batch => batch))
        {
            if (TableReader.TryFind(beside.Engine, table, document["_id"]) is not { } there)
                beside.Engine.Insert(table, [document], BsonAutoId.ObjectId);
            else if (there["_id"].CompareTo(document["_id"], Collation.Binary) != 0)
                clashing.Add($"{StepFailure.KeyText(there["_id"])}, {StepFailure.KeyText(document["_id"])}");
        }

        var facts = clashing.Take(KeysShown).Select(keys => ("would share a key", keys)).ToList();
        if (clashing.Count > KeysShown)
            facts.Add(("and", $"{clashing.Count - KeysShown:N0} more"));
        return new MigrationException(new Problem(
            ErrorCode.KeysClash, $"The step '{Words}' makes one key of several of table {table}: {clashing.Count:N0} {(clashing.Count == 1 ? "clash" : "clashes")}.", "Change these keys in a migration before, or choose another collation.", facts));
    }
}
