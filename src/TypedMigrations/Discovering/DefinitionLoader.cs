using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Discovering;

/// <summary>Loads what migrations of one module say, by reflection over their namespaces.</summary>
/// <param name="types">The types of the module's assembly.</param>
/// <param name="loaders">Every migration of the application by its class, with the loader of its module.</param>
internal sealed class DefinitionLoader(ModuleTypes types, IReadOnlyDictionary<string, (DefinitionLoader Loader, CatalogedMigration Migration)> loaders)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly ConcurrentDictionary<CatalogedMigration, Lazy<DeclaredSchema>> _schemas = [];
    private readonly Dictionary<CatalogedMigration, CatalogedMigration> _predecessors = [];

    /// <summary>Tells the loader the module's migrations, oldest first: a migration's schema before is its predecessor's.</summary>
    public void Learn(IReadOnlyList<CatalogedMigration> module)
    {
        for (var i = 1; i < module.Count; i++)
            _predecessors[module[i]] = module[i - 1];
    }

    public MigrationDefinition Load(CatalogedMigration migration)
    {
        var (before, problemsBefore) = _predecessors.TryGetValue(migration, out var predecessor) ? SchemaOf(predecessor) : DeclaredSchema.Empty;
        var (after, schemaProblems) = SchemaOf(migration);
        // What is missing in the constants before would look new now, and be made over what is there.
        var problems = new List<Problem>([.. problemsBefore, .. schemaProblems]);
        var steps = Collect(problems, migration, nameof(Migration.Up), made => made.Up);
        var readable = migration.DependsOn.Where(loaders.ContainsKey).Select(name => loaders[name]).Select(other => new NamedFields(other.Migration.Namespace, migration.Reads).Narrow(other.Loader.SchemaOf(other.Migration).Schema));
        return new MigrationDefinition(migration.Id, before, after, [before, .. readable], steps, Once(kind => SeedsOf(migration, after, kind)), problems)
        {
            IsAdditive = ClassOf(migration).IsDefined(typeof(AdditiveAttribute), inherit: false),
        };
    }

    /// <summary>The way back, or null where the class does not override <c>Down</c>.</summary>
    public MigrationDefinition? LoadDown(CatalogedMigration migration)
    {
        if (ClassOf(migration).GetMethod(nameof(Migration.Down), [typeof(Steps)])!.DeclaringType == typeof(Migration))
            return null;

        var (now, problemsNow) = SchemaOf(migration);
        var (before, problemsBefore) = _predecessors.TryGetValue(migration, out var predecessor) ? SchemaOf(predecessor) : DeclaredSchema.Empty;
        var problems = new List<Problem>([.. problemsBefore, .. problemsNow]);
        var steps = Collect(problems, migration, nameof(Migration.Down), made => made.Down);
        // Other modules may be further on by now than when this migration ran: Down reads its own module's tables only.
        return new MigrationDefinition(migration.Id, now, before, [now], steps, _ => [], problems);
    }

    /// <summary>Reads the constants, and has the runtime compile the steps and seeds that are asked afterwards, without asking them: they may do anything, and want one thread and their order.</summary>
    public void LoadAhead(CatalogedMigration migration)
    {
        try
        {
            var (schema, _) = SchemaOf(migration);
            var called = types.In(migration.Namespace).Where(IsCalled).ToList();
            // Seeds make records of the migration's own tables.
            var made = called.Exists(typeof(Seed).IsAssignableFrom) ? schema.Tables.SelectMany(table => table.Record.Type.GetConstructors()) : [];
            foreach (var method in called.SelectMany(MethodsOf).Concat(made))
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
        catch (Exception)
        {
            // Load meets it again, and says what it is.
        }

        bool IsCalled(Type type) => !type.IsAbstract && !type.ContainsGenericParameters && (type.FullName == migration.ClassName || typeof(Seed).IsAssignableFrom(type));
    }

    /// <remarks>All members at once would be asked for nested types too, which the runtime looks for among those of the whole assembly.</remarks>
    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetConstructors(Own)
        .Concat<MethodBase>(type.GetMethods(Own).Where(method => !method.ContainsGenericParameters));

    /// <summary>The schema that the constants declare. Each is read once, whichever thread asks first.</summary>
    private DeclaredSchema SchemaOf(CatalogedMigration migration) =>
        _schemas.GetOrAdd(migration, asked => new(() => ReadSchema(asked))).Value;

    private DeclaredSchema ReadSchema(CatalogedMigration migration)
    {
        var problems = new List<Problem>();
        var constants = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var type in types.In(migration.Namespace).Where(type => !type.ContainsGenericParameters))
        {
            foreach (var (declared, constant) in ConstantsOf(type, migration.Id, problems))
                constants.TryAdd(declared, constant);
        }

        var (schema, schemaProblems) = SchemaReader.Read(migration.Id.Text, [.. constants.Keys.OfType<Table>()], constants);
        return new DeclaredSchema(schema, [.. problems, .. schemaProblems]);
    }

    private static IEnumerable<Constant> ConstantsOf(Type type, MigrationId id, List<Problem> problems)
    {
        var fields = type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => typeof(Table).IsAssignableFrom(field.FieldType) || typeof(Field).IsAssignableFrom(field.FieldType) || typeof(Index).IsAssignableFrom(field.FieldType) || field.FieldType == typeof(Reference))
            .ToList();
        if (fields.Count == 0)
            return [];

        try
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            return
            [
                .. from field in fields
                   let declared = field.GetValue(null)
                   where declared is not null
                   select new Constant(declared, $"{type.Name}.{field.Name}"),
            ];
        }
        catch (TypeInitializationException exception)
        {
            problems.Add(new Problem(ErrorCode.ConstantsNotInitialized, $"The constants {type.Name} of migration {id} cannot be initialized.",
                "A constant is set in the order of the lines: declare the table first, then its fields, then its indexes.",
                ("reason", exception.InnerException?.Message ?? exception.Message)));
            return [];
        }
    }

    /// <exception cref="MigrationException">TM1012: the assembly was trimmed after its manifest was written.</exception>
    private Type ClassOf(CatalogedMigration migration) => types.Assembly.GetType(migration.ClassName) ?? throw new MigrationException(new Problem(
        ErrorCode.TypeNotLoadable, $"Migration {migration.Id} is in the manifest of assembly {types.Assembly.GetName().Name}, but its class is not in the assembly.",
        $"A published program that is trimmed keeps its migrations only where its project says so: <TrimmerRootAssembly Include=\"{types.Assembly.GetName().Name}\" />.",
        ("class", migration.ClassName)));

    private List<Step> StepsOf(CatalogedMigration migration, Func<Migration, Action<Steps>> direction)
    {
        var steps = new Steps();
        var type = ClassOf(migration);
        if (type.ContainsGenericParameters)
            throw new TypeLoadException($"{type.Name} has type parameters.");
        direction((Migration)Activator.CreateInstance(type)!)(steps);
        return [.. steps.List];
    }

    /// <summary>Asks the seeds of each kind once, whoever wants them: the store to insert, the audit trail to tell.</summary>
    private static Func<SeedKind, IReadOnlyList<SeedWork>> Once(Func<SeedKind, IReadOnlyList<SeedWork>> seeds)
    {
        var asked = new IReadOnlyList<SeedWork>?[(int)SeedKind.Test + 1];
        return kind => asked[(int)kind] ??= seeds(kind);
    }

    private List<SeedWork> SeedsOf(CatalogedMigration migration, Schema schema, SeedKind kind)
    {
        try
        {
            return AskSeeds(migration, schema, kind);
        }
        catch (Exception exception) when (exception is not MigrationException)
        {
            var cause = exception is TargetInvocationException or TypeInitializationException ? exception.InnerException ?? exception : exception;
            throw new MigrationException(
                new Problem(ErrorCode.StepsNotCollected, $"A seed of migration {migration.Id} threw while it was asked for its records.",
                    "Let the seed name records that need nothing but the migration's own folder.", ("reason", $"{cause.GetType().Name}: {cause.Message}")),
                cause);
        }
    }

    private List<SeedWork> AskSeeds(CatalogedMigration migration, Schema schema, SeedKind kind)
    {
        var baseType = kind == SeedKind.Bootstrap ? typeof(BootstrapSeed) : typeof(TestSeed);
        var seeds = new Seeds(types.Assembly, migration.Namespace.Split('.')[^1]);
        foreach (var type in types.In(migration.Namespace).Where(type => !type.IsAbstract && baseType.IsAssignableFrom(type)).OrderBy(type => type.FullName, StringComparer.Ordinal))
            ((Seed)Activator.CreateInstance(type, nonPublic: true)!).Insert(seeds);
        return [.. seeds.Records.Select(records => new SeedWork(Owned(records, schema, migration), records.Records))];
    }

    private static TableSchema Owned(SeedRecords records, Schema schema, CatalogedMigration migration) => schema.TryFind(records.Table)
        ?? throw new MigrationException(new Problem(ErrorCode.ForeignConstant, $"A seed of migration {migration.Id} inserts into {records.Table.Name} of another migration.",
            "Name the table of the seed's own migration."));

    private List<Step> Collect(List<Problem> problems, CatalogedMigration migration, string method, Func<Migration, Action<Steps>> direction)
    {
        try
        {
            return StepsOf(migration, direction);
        }
        catch (Exception exception) when (exception is MemberAccessException or TypeLoadException)
        {
            problems.Add(new Problem(ErrorCode.TypeNotLoadable, $"Migration {migration.Id} cannot be made.", "Give its class a public constructor without parameters, and no type parameters.",
                ("class", migration.ClassName), ("reason", exception.Message)));
        }
        catch (Exception exception)
        {
            var cause = exception is TargetInvocationException or TypeInitializationException ? exception.InnerException ?? exception : exception;
            problems.Add(new Problem(ErrorCode.StepsNotCollected, $"{method} of migration {migration.Id} threw while its steps were collected.",
                $"{method} only names steps: let it call verbs, and nothing that can fail.", ("reason", $"{cause.GetType().Name}: {cause.Message}")));
        }

        return [];
    }

    private sealed record DeclaredSchema(Schema Schema, IReadOnlyList<Problem> Problems)
    {
        public static readonly DeclaredSchema Empty = new(Schema.Empty, []);
    }

    private sealed record Constant(object Declared, string Name);
}
