using TypedMigrations.Testing.Snapshots;

namespace TypedMigrations.Testing;

/// <summary>Keeps the schema after every migration of a module as a verified file, beside the migration.</summary>
/// <remarks>
/// <para>
/// The folder of each migration holds <c>Schema.verified.txt</c>, and the folder <c>Latest</c> beside them that of the newest
/// one, so that a review shows what a migration changes. On a mismatch <c>Schema.received.txt</c> is written beside it, and
/// deleted once it matches. The files keep the conventions of Verify: UTF-8 with a byte order mark, LF, no newline at the end.
/// </para>
/// <para>
/// To accept what was received, set the environment variable <see cref="AcceptVariable"/> for one run:
/// <c>dotnet test -e TypedMigrations_AcceptSnapshots=true</c>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// public sealed class Schemas
/// {
///     [Test] public void AreAsVerified() => SchemaSnapshots.Verify&lt;AccountsModule>();
/// }
/// </code>
/// </example>
public static class SchemaSnapshots
{
    /// <summary>The environment variable that accepts what was received when it is <c>true</c>.</summary>
    public const string AcceptVariable = "TypedMigrations_AcceptSnapshots";

    /// <summary>Compares the schemas of a module with its verified files.</summary>
    /// <remarks>
    /// It works with every test framework. The test project references the module's project, whose folder the build writes
    /// into the test assembly. On a mismatch the reader's own diff tool opens, though never on a build server.
    /// </remarks>
    /// <typeparam name="TModule">The module.</typeparam>
    /// <exception cref="SnapshotMismatchException">A schema is not as verified, or was never verified. All of them are in the message.</exception>
    /// <exception cref="MigrationException">The module's migrations or constants are wrong in themselves.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder of the module's project, or of one of its migrations, is not known.</exception>
    public static void Verify<TModule>() where TModule : MigrationModule, new() =>
        Verify(new TModule(), ProjectFolder.Of(typeof(TModule).Assembly), AcceptedByEnvironment(), DiffTool.Open);

    internal static void Verify(MigrationModule module, string projectFolder, OnMismatch onMismatch, Action<SnapshotFile> openDiff)
    {
        var schemas = ModuleSchemas.Read(module);
        var snapshots = MigrationFolders.Locate(schemas, projectFolder);
        var mismatches = snapshots.Select(snapshot => snapshot.Compare(onMismatch)).OfType<Mismatch>().ToList();
        if (mismatches.Count == 0)
            return;

        foreach (var mismatch in mismatches)
            openDiff(mismatch.File);
        throw new SnapshotMismatchException(module.Name, mismatches);
    }

    internal static OnMismatch AcceptedByEnvironment() =>
        string.Equals(Environment.GetEnvironmentVariable(AcceptVariable), "true", StringComparison.OrdinalIgnoreCase) ? OnMismatch.Accept : OnMismatch.Fail;
}
