namespace TypedMigrations;

/// <summary>One hash over all that the <see cref="MigrationManifestAttribute"/> of an assembly says, and over which modules there are. The source generator of this package writes it.</summary>
/// <remarks>By it a start sees that the database is where the program would leave it, before it reads a line of the manifest.</remarks>
/// <param name="digest">The version of the manifest's format and the hash: <c>3:5f2c91…</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MigrationDigestAttribute(string digest) : Attribute
{
    /// <summary>The version of the manifest's format and the hash.</summary>
    public string Digest { get; } = digest;
}
