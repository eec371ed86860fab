using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations;

/// <summary>What a database really holds, what is declared for it, and where the two differ.</summary>
public sealed class SchemaReport
{
    internal SchemaReport(string database, RealSchema real, Schema declared, IReadOnlyList<MigrationId> migrations, IReadOnlyList<Problem> problems)
    {
        Database = database;
        Real = real;
        Declared = declared;
        Migrations = migrations;
        Problems = problems;
        Difference = SchemaDifference.Between(declared, real);
    }

    /// <summary>The database as messages name it.</summary>
    public string Database { get; }

    /// <summary>What the database really holds.</summary>
    public RealSchema Real { get; }

    /// <summary>The tables of all modules, as the constants of <see cref="Migrations"/> declare them. Empty where the database has no journal.</summary>
    public Schema Declared { get; }

    /// <summary>The newest migration that was applied, of each module whose constants are known.</summary>
    public IReadOnlyList<MigrationId> Migrations { get; }

    /// <summary>What is wrong between journal and code, such as a module that is not registered: its tables count as undeclared.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Where the two differ.</summary>
    public SchemaDifference Difference { get; }

    /// <summary>The real schema with counts, and below it where it differs from the declared one.</summary>
    public override string ToString() => Difference.IsEmpty ? Real.ToString() : $"{Real}\n\n{Difference}";
}
