using System.Security.Cryptography;

namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>Makes databases once, and again when another program would make them now.</summary>
internal static class Maker
{
    /// <summary>Makes what lies in a folder, unless the same program made it before.</summary>
    /// <param name="folder">The folder, which is emptied before.</param>
    /// <param name="program">The program.</param>
    /// <param name="make">Has the program make it.</param>
    public static void Ensure(string folder, string program, Action make)
    {
        var made = Path.Combine(folder, "made");
        var maker = Of(program);
        if (File.Exists(made) && File.ReadAllText(made) == maker)
            return;

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        make();
        File.WriteAllText(made, maker);
    }

    /// <summary>The hash of a program with all that it loads: another build of the migrator or its migrations may write another database.</summary>
    private static string Of(string program)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in Directory.EnumerateFiles(Path.GetDirectoryName(program)!, "*.dll").Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(assembly));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
