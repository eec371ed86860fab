using System.Security.Cryptography;

namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>Tells whether a database was made by the very program that would make it now.</summary>
internal static class Maker
{
    /// <summary>The hash of a program with all that it loads: another build of the migrator or its migrations may write another database.</summary>
    public static string Of(string program)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in Directory.EnumerateFiles(Path.GetDirectoryName(program)!, "*.dll").Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(assembly));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
