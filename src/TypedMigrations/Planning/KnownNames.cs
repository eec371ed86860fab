using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Which migrations of a module declare a table, a field or an index.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<(DeviationKind, string Table, string Name), List<MigrationId>> _owners = [];

    public KnownNames(IReadOnlyList<BaselineVersion> versions)
    {
        Tables = [.. versions.SelectMany(version => version.Tables).Select(table => table.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        foreach (var version in versions)
        {
            foreach (var table in version.Tables)
            {
                Add(version.Id, DeviationKind.UndeclaredTable, table.Name, "");
                foreach (var field in table.AllFields)
                    Add(version.Id, DeviationKind.UndeclaredField, table.Name, field.Path);
                foreach (var index in table.Indexes)
                    Add(version.Id, DeviationKind.UndeclaredIndex, table.Name, index.Name);
            }
        }
    }

    /// <summary>The tables that any of them declares, by name.</summary>
    public IReadOnlyList<string> Tables { get; }

    /// <summary>The part of a database that is the module's.</summary>
    public RealSchema Within(RealSchema real) => new(real.Tables.Where(table => Tables.Contains(table.Name, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The migrations that declare what another one does not. Case does not count.</summary>
    public IReadOnlyList<MigrationId> OwnersOf(SchemaDeviation undeclared) => _owners.GetValueOrDefault(KeyOf(undeclared.Kind, undeclared.Table, undeclared.Name ?? "")) ?? [];

    private void Add(MigrationId id, DeviationKind kind, string table, string name)
    {
        if (!_owners.TryGetValue(KeyOf(kind, table, name), out var owners))
            _owners[KeyOf(kind, table, name)] = owners = [];
        owners.Add(id);
    }

    private static (DeviationKind, string, string) KeyOf(DeviationKind kind, string table, string name) => (kind, table.ToUpperInvariant(), name.ToUpperInvariant());
}
