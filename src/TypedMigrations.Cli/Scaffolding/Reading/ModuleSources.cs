namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>A module as its sources say it.</summary>
/// <param name="Name">Its name, as far as its class says it in so many words.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Project">The project that it is in.</param>
/// <param name="Folder">The folder of its class, or of its migrations where it has none.</param>
/// <param name="Migrations">Its migrations, oldest first.</param>
internal sealed record ModuleSources(string Name, string Namespace, ProjectSources Project, string Folder, IReadOnlyList<MigrationSources> Migrations)
{
    public MigrationSources? Newest => Migrations.Count > 0 ? Migrations[^1] : null;

    /// <summary>Whether this is the module that somebody named.</summary>
    public bool IsCalled(string name) => new[] { Name, Namespace, Namespace[(Namespace.LastIndexOf('.') + 1)..] }.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The migration before one; null for the first.</summary>
    public MigrationSources? Before(MigrationSources migration) => Migrations.LastOrDefault(other => other.Id.Stamp < migration.Id.Stamp);

    public MigrationSources? TryFindBySpace(string? space) => Migrations.FirstOrDefault(migration => migration.Namespace == space);

    /// <summary>The migrations that a stamp, an id or a name means.</summary>
    public IReadOnlyList<MigrationSources> Find(string named) => [.. Migrations.Where(migration =>
        migration.Text == named || migration.Segment == named || migration.Text.Split('_')[0] == named || migration.Id.Name.Equals(named, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The path of the ledger that has a migration; null where it is not frozen.</summary>
    public string? LedgerOf(MigrationSources migration) => Project.Ledgers.FirstOrDefault(ledger => ledger.Ledger.Namespace == migration.Above && ledger.Ledger.Lines.Any(line => line.Freezes(migration.Text, migration.Replaces))).Path;
}
