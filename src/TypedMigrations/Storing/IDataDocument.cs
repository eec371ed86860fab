using System.Text.Json;

namespace TypedMigrations.Storing;

/// <summary>A document as it is stored, of which the core knows no more than this.</summary>
/// <remarks>It is written and compared on another thread than the store gave it on, and may not need the store any more.</remarks>
public interface IDataDocument
{
    /// <summary>Its key as JSON, as <see cref="WriteTo"/> writes it.</summary>
    string Key { get; }

    /// <summary>How many bytes it takes in memory, about.</summary>
    long Bytes { get; }

    /// <summary>Writes all of it as one JSON object, so that every type and value can be read back exactly.</summary>
    /// <param name="json">Where to. It allows <see cref="DeepestJson"/> levels.</param>
    /// <exception cref="NotSupportedException">It is nested too deeply; the message says how deeply it may be.</exception>
    void WriteTo(Utf8JsonWriter json);

    /// <summary>The ways to the fields in which another document of the same store differs, such as <c>home.city</c> or <c>phones[2].number</c>. None where both are equal.</summary>
    /// <remarks>Types count: an int is no long, null is not missing. The order of fields does not count.</remarks>
    /// <param name="other">The other document.</param>
    IEnumerable<string> DifferencesFrom(IDataDocument other);

    /// <summary>How many levels of JSON a document may take.</summary>
    const int DeepestJson = 10_100;
}
