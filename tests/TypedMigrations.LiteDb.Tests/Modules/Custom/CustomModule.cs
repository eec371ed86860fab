using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Modules.Custom;

/// <summary>The author's own code on documents and on the database.</summary>
public sealed class CustomModule : MigrationModule
{
    private static readonly AsyncLocal<Action<BsonDocument>?> OnDocument = new();
    private static readonly AsyncLocal<Action<ILiteDatabase>?> OnDatabase = new();

    /// <summary>What the code of this test does with each document.</summary>
    public static Action<BsonDocument> ForDocuments
    {
        get => OnDocument.Value ?? Convert;
        set => OnDocument.Value = value;
    }

    /// <summary>What the code of this test does with the database.</summary>
    public static Action<ILiteDatabase> ForDatabase
    {
        get => OnDatabase.Value ?? (_ => { });
        set => OnDatabase.Value = value;
    }

    private static void Convert(BsonDocument item)
    {
        item["number"] = int.Parse(item["code"].AsString.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        item.Remove("code");
    }
}
