namespace TypedMigrations;

/// <summary>What migrations an assembly holds, with their fingerprints. The source generator of this package writes it.</summary>
/// <remarks>From it a run knows that nothing is pending before it touches a single type of the module.</remarks>
/// <param name="version">The version of the format, now 3.</param>
/// <param name="migrations">One line a migration: <c>namespace|class|fingerprint|classes that it depends on, by comma|constants and properties of theirs that it names, by comma|ids that it replaces, by comma, one history and the next by semicolon</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MigrationManifestAttribute(int version, params string[] migrations) : Attribute
{
    /// <summary>The version of the format.</summary>
    public int Version { get; } = version;

    /// <summary>One line a migration.</summary>
    public IReadOnlyList<string> Migrations { get; } = migrations;
}
