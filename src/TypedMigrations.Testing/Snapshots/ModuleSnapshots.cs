using TypedMigrations.Testing.Cases;

namespace TypedMigrations.Testing.Snapshots;

/// <summary>The verified files of a module's migrations, one test each.</summary>
internal sealed class ModuleSnapshots
{
    private readonly string _module;
    private readonly Lazy<IReadOnlyList<Snapshot>> _schemas;
    private readonly IReadOnlyList<Subject> _subjects;

    public ModuleSnapshots(string module, IReadOnlyList<Subject> subjects, Lazy<string> projectFolder)
    {
        _module = module;
        _subjects = subjects;
        _schemas = new(() => MigrationFolders.Locate(
            new ModuleSchemas(module, [.. subjects.Select(subject => MigrationSchema.Of(subject.Migration))]), projectFolder.Value));
    }

    public void VerifySchema(Subject subject) => Verify(SchemaOf(subject), "schema");

    public void VerifyLatest() => Verify(_schemas.Value[^1], "schema");

    public void VerifyPlan(Subject subject) => Verify(new Snapshot(new SnapshotFile(SchemaOf(subject).File.Folder, "Plan"), PlanSnapshot.Of(subject)), "plan");

    private Snapshot SchemaOf(Subject subject) => _schemas.Value[_subjects.ToList().IndexOf(subject)];

    private void Verify(Snapshot snapshot, string what)
    {
        if (snapshot.Compare(SchemaSnapshots.AcceptedByEnvironment()) is not { } mismatch)
            return;

        DiffTool.Open(mismatch.File);
        throw new SnapshotMismatchException(_module, [mismatch], what);
    }
}
