using System.Globalization;
using System.Reflection;

namespace TypedMigrations.Discovering;

/// <summary>Reads the catalog from the manifests of the module assemblies.</summary>
internal sealed class CatalogReader(IReadOnlyList<MigrationModule> modules)
{
    private readonly List<Problem> _problems = [];
    private readonly List<CatalogedMigration> _migrations = [];
    private readonly Dictionary<Assembly, ModuleTypes> _types = [];
    private readonly Dictionary<string, (DefinitionLoader Loader, CatalogedMigration Migration)> _loaders = [];

    public MigrationCatalog Read()
    {
        foreach (var name in modules.GroupBy(module => module.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            _problems.Add(new Problem(ErrorCode.ModuleNamedTwice, $"Modules {string.Join(" and ", name.Select(module => module.GetType().FullName))} have one name, {name.Key}.", "Override Name in one of them."));

        foreach (var module in modules)
            ReadModule(module);
        foreach (var assembly in modules.Select(module => module.GetType().Assembly).Distinct())
            CheckOwners(assembly);
        return new MigrationCatalog(_migrations, _problems) { Digest = ProgramDigest.TryRead(modules) };
    }

    private void ReadModule(MigrationModule module)
    {
        var assembly = module.GetType().Assembly;
        if (ManifestLine.OtherVersion(assembly) is { } version)
        {
            _problems.Add(OtherVersion(module, assembly, version));
            return;
        }

        if (ManifestLine.Read(assembly) is not { } manifest)
        {
            _problems.Add(NoManifest(module, assembly));
            return;
        }

        var lines = manifest.Where(line => OwnerOf(line, assembly) == module).ToList();
        if (lines.Count == 0)
        {
            _problems.Add(new Problem(ErrorCode.NoMigrations, $"Module {module.Name} has no migration.",
                $"Put its migrations into namespaces below {NamespaceOf(module)}, such as {NamespaceOf(module)}.M20201027_FirstTables.",
                ("searched", $"{NamespaceOf(module)}.* in {assembly.GetName().Name}"), ("found there", $"{manifest.Count} migrations of other namespaces")));
        }

        var loader = new DefinitionLoader(TypesOf(assembly), _loaders);
        var read = lines.Select(line => Read(module, line, loader)).OfType<CatalogedMigration>().OrderBy(migration => migration.Id).ToList();
        foreach (var taken in read.GroupBy(migration => migration.Id.StampText).Where(group => group.Count() > 1))
        {
            _problems.Add(new Problem(ErrorCode.StampTakenTwice, $"Module {module.Name} has {taken.Count()} migrations with the stamp {taken.Key}.",
                "Give one of them a later stamp, in its namespace and its folder.",
                taken.Select(migration => ("class", migration.ClassName))));
        }

        loader.Learn(read);
        foreach (var migration in read)
            _loaders[migration.ClassName] = (loader, migration);
        _migrations.AddRange(read);
    }

    /// <summary>A migration that no module owns would be skipped: that is an error. One of a module that is not registered is not meant.</summary>
    private void CheckOwners(Assembly assembly)
    {
        var ownerless = ManifestLine.Read(assembly)?.Where(line => OwnerOf(line, assembly) is null).ToList() ?? [];
        if (ownerless.Count == 0)
            return;

        var unregistered = TypesOf(assembly).Modules().Select(type => type.Namespace ?? "").ToList();
        var spaces = string.Join(" or ", modules.Where(module => module.GetType().Assembly == assembly).Select(NamespaceOf));
        foreach (var line in ownerless.Where(line => !unregistered.Exists(space => Owns(space, line))))
        {
            _problems.Add(new Problem(ErrorCode.OutsideMigrationNamespace, $"Class {line.ClassName} derives from Migration, but lies in the namespace of no module.",
                $"Move it into a namespace below {spaces}."));
        }
    }

    private CatalogedMigration? Read(MigrationModule module, ManifestLine line, DefinitionLoader loader)
    {
        if (line.MigrationSegment is not { } segment)
        {
            _problems.Add(new Problem(ErrorCode.OutsideMigrationNamespace, $"Class {line.ClassName} derives from Migration, but its namespace is no migration's.",
                $"Move it into a namespace such as {NamespaceOf(module)}.M20201027_{line.ClassName.Split('.')[^1]}, stamped with the date in UTC."));
            return null;
        }

        if (MigrationId.TryParse(segment[1..], module.Name) is not { } id)
        {
            _problems.Add(new Problem(ErrorCode.MalformedStamp, $"Namespace {line.MigrationNamespace} has a malformed stamp.",
                "Write M, the date as yyyyMMdd or the date and time as yyyyMMddHHmmss (UTC), an underscore and a name: M20201027_ManyRoles.",
                ("class", line.ClassName)));
            return null;
        }

        if (line.Namespace != line.MigrationNamespace)
        {
            // The fingerprint is over the namespace of the class and what is below: constants above it would not count.
            _problems.Add(new Problem(ErrorCode.OutsideMigrationNamespace, $"Class {line.ClassName} derives from Migration, but lies below its migration's namespace.",
                $"Move it into {line.MigrationNamespace}."));
            return null;
        }

        return new CatalogedMigration(id, line.ClassName, line.MigrationNamespace, line.Fingerprint, line.DependsOn, loader.Load, loader.LoadDown, line.Reads, line.Replaces, loader.LoadAhead);
    }

    /// <summary>The module whose namespace holds the migration; the innermost where namespaces are nested.</summary>
    private MigrationModule? OwnerOf(ManifestLine line, Assembly assembly) => modules
        .Where(module => module.GetType().Assembly == assembly && Owns(NamespaceOf(module), line))
        .MaxBy(module => NamespaceOf(module).Length);

    private static Problem OtherVersion(MigrationModule module, Assembly assembly, int version) => new(
        ErrorCode.ManifestOfOtherVersion, $"Assembly {assembly.GetName().Name} of module {module.Name} has a manifest that this library cannot read.",
        "Build the module with the version of the package TypedMigrations that the program uses.",
        ("version", version.ToString(CultureInfo.InvariantCulture)), ("readable", ManifestLine.Version.ToString(CultureInfo.InvariantCulture)));

    private Problem NoManifest(MigrationModule module, Assembly assembly)
    {
        var classes = TypesOf(assembly).Migrations();
        return classes.Count == 0
            ? new Problem(ErrorCode.NoMigrations, $"Module {module.Name} has no migration.",
                $"Put its migrations into namespaces below {NamespaceOf(module)}, such as {NamespaceOf(module)}.M20201027_FirstTables.",
                ("searched", assembly.GetName().Name!))
            : new Problem(ErrorCode.NotInManifest, $"Assembly {assembly.GetName().Name} has migrations, but no manifest of them.",
                "Reference the package TypedMigrations from the module's project, so that its source generator runs in the build.",
                ("classes", string.Join("\n", classes.Select(type => type.FullName))));
    }

    private ModuleTypes TypesOf(Assembly assembly)
    {
        if (!_types.TryGetValue(assembly, out var types))
            _types[assembly] = types = new ModuleTypes(assembly);
        return types;
    }

    /// <summary>Whether the namespace of a module holds that of a migration: it is the same, or lies above.</summary>
    internal static bool Owns(string module, string migration) => module.Length == 0 || (migration + ".").StartsWith(module + ".", StringComparison.Ordinal);

    private static bool Owns(string space, ManifestLine line) => Owns(space, line.Namespace);

    private static string NamespaceOf(MigrationModule module) => module.GetType().Namespace ?? "";
}
