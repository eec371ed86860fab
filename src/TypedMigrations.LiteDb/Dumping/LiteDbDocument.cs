using System.Text;
using System.Text.Json;
using LiteDB;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>A document for a dump or a comparison.</summary>
internal sealed class LiteDbDocument(BsonDocument bson, long bytes) : IDataDocument
{
    public BsonDocument Bson { get; } = bson;

    public long Bytes { get; } = bytes;

    public BsonValue Id => Bson["_id"];

    public string Key
    {
        get
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                BsonJsonWriter.Write(json, Id);
            return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    public void WriteTo(Utf8JsonWriter json) => BsonJsonWriter.Write(json, Bson);

    public IEnumerable<string> DifferencesFrom(IDataDocument other) => BsonDifferences.Between(Bson, ((LiteDbDocument)other).Bson);
}
