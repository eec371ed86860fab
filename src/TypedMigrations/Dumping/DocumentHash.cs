using System.Security.Cryptography;
using TypedMigrations.Storing;

namespace TypedMigrations.Dumping;

/// <summary>Hashes the documents of a table as they would be dumped, so that what was parsed can be compared with what was kept.</summary>
internal sealed class DocumentHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly JsonLine _line = new();

    public void Add(IDataDocument document) => _hash.AppendData(_line.Of(document));

    /// <summary>The hash of all since the last one was taken.</summary>
    public string Take() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose()
    {
        _hash.Dispose();
        _line.Dispose();
    }
}
