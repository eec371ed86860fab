using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Transforming;

namespace TypedMigrations;

/// <summary>The verbs that need LiteDB itself. A migration that uses one runs on LiteDB only.</summary>
public static class LiteDbSteps
{
    /// <summary>Changes each stored document of a table by your own code, where no other verb can say it.</summary>
    /// <param name="up">The steps.</param>
    /// <param name="reason">Why, in words; the plan shows it.</param>
    /// <param name="old">The table of the migration before. The code sees a document after the other steps; the fields that it removes are still there.</param>
    /// <param name="change">Changes the document in place: removes, adds, replaces. Its key must stay.</param>
    /// <param name="removes">The fields of the migration before that the code makes an end of.</param>
    /// <param name="writes">The fields of this migration that the code gives values to.</param>
    public static void Custom<TOld>(this Steps up, string reason, Table<TOld> old, Action<BsonDocument> change, Field[]? removes = null, Field[]? writes = null)
        where TOld : class
    {
        ArgumentNullException.ThrowIfNull(up);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        up.Add(new CustomDocuments(reason, old, removes ?? [], writes ?? [], change));
    }

    /// <summary>Gives the database another collation, which decides what is equal and in which order: in keys, indexes and queries.</summary>
    /// <remarks>Keys that the new collation takes for one fail the run, which lists them; so do values of a unique index. A <c>Collation</c> in the connection string must then be the new one.</remarks>
    /// <param name="up">The steps.</param>
    /// <param name="collation">The collation, such as <c>new Collation("en-US/None")</c>.</param>
    public static void Collate(this Steps up, Collation collation)
    {
        ArgumentNullException.ThrowIfNull(up);
        ArgumentNullException.ThrowIfNull(collation);
        up.Add(new ChangeCollation(collation));
    }

    /// <summary>Changes the copy as a whole by your own code, where no other verb can say it.</summary>
    /// <param name="up">The steps.</param>
    /// <param name="reason">Why, in words; the plan shows it.</param>
    /// <param name="change">Changes the copy, after the other steps and before indexes and seeds. It has the tables of this migration. Documents that it inserts or deletes are not counted by anyone but you.</param>
    public static void Custom(this Steps up, string reason, Action<ILiteDatabase> change)
    {
        ArgumentNullException.ThrowIfNull(up);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        up.Add(new CustomDatabase(reason, change));
    }
}
