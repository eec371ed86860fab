using TypedMigrations.Testing.Snapshots;
using TypedMigrations.Testing.Tests.Shop;

namespace TypedMigrations.Testing.Tests;

/// <summary>A folder like that of the shop's project, in the folder for temporary files.</summary>
internal sealed class ShopFolder : IDisposable
{
    public const string First = "M20240101_FirstTables";
    public const string Second = "M20240201_Prices";
    public const string Latest = "Latest";

    public const string FirstSchema = "table items\n  key string\n  field name string";
    public const string SecondSchema = "table items\n  key string\n  field name string\n  field price decimal optional";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("snapshots-");

    public ShopFolder(params string[] migrations)
    {
        foreach (var migration in migrations)
            _root.CreateSubdirectory(Path.Combine("Shop", migration));
    }

    /// <summary>The folder of a module that was verified as it is.</summary>
    public static ShopFolder Verified()
    {
        var folder = new ShopFolder(First, Second);
        folder.WriteVerified(First, FirstSchema);
        folder.WriteVerified(Second, SecondSchema);
        folder.WriteVerified(Latest, SecondSchema);
        return folder;
    }

    public string Root => _root.FullName;

    /// <summary>The verified files for which a diff tool would have been opened.</summary>
    public List<string> OpenedDiffs { get; } = [];

    public string VerifiedFile(string migration) => Path.Combine(Root, "Shop", migration, "Schema.verified.txt");

    public string ReceivedFile(string migration) => Path.Combine(Root, "Shop", migration, "Schema.received.txt");

    public void WriteVerified(string migration, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(VerifiedFile(migration))!);
        File.WriteAllText(VerifiedFile(migration), text);
    }

    public void Verify() => Verify(OnMismatch.Fail);

    public void Accept() => Verify(OnMismatch.Accept);

    public void Dispose() => _root.Delete(recursive: true);

    private void Verify(OnMismatch onMismatch) => SchemaSnapshots.Verify(new ShopModule(), Root, onMismatch, file => OpenedDiffs.Add(file.Verified));
}
