using TypedMigrations.Benchmarks.Generating;

namespace TypedMigrations.Benchmarks.Starting;

/// <summary>A library whose start is measured.</summary>
/// <param name="Name">How the report calls it.</param>
/// <param name="Project">The program that uses it.</param>
/// <param name="Sources">Its migrations, where they are classes; null where they are scripts.</param>
/// <param name="Alone">The same program without it; null where it is the same program, which is told not to migrate.</param>
internal sealed record Library(string Name, string Project, ProgramSources? Sources, string? Alone)
{
    public static readonly Library Ours = new("TypedMigrations", "TypedMigrations", new TypedMigrationsSources(), "LiteDb");

    public static readonly IReadOnlyList<Library> Peers =
    [
        new("DbUp", "DbUp", Sources: null, "Sqlite"),
        new("FluentMigrator", "FluentMigrator", new FluentMigratorSources(), "Sqlite"),
        new("Evolve", "Evolve", Sources: null, "Sqlite"),
        new("EF Core", "EfCore", new EfCoreSources(withModels: false), Alone: null),
    ];

    /// <summary>EF Core with migrations as its tool writes them. With nothing pending it is the same as without models.</summary>
    public static readonly Library EfCoreWithModels = new("EF Core with models", "EfCore", new EfCoreSources(withModels: true), Alone: null);

    public static readonly IReadOnlyList<Library> All = [Ours, .. Peers];

    /// <summary>How the report calls the application without the library.</summary>
    public string AloneName => Alone switch { "LiteDb" => "LiteDB", "Sqlite" => "SQLite", _ => $"{Name} without migrating" };

    /// <summary>The packages whose versions a report of all of them names.</summary>
    public static readonly IReadOnlyList<string> Packages =
        ["LiteDB", "Microsoft.Data.Sqlite", "dbup-core", "dbup-sqlite", "FluentMigrator", "Evolve", "Microsoft.EntityFrameworkCore.Sqlite"];
}
