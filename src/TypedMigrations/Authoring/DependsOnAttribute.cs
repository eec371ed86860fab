namespace TypedMigrations;

/// <summary>Declares that a migration relies on a migration of another module, which then runs before it.</summary>
/// <remarks>
/// The migration may read the other one's tables and refer to their documents. Where the database is further on by then, the fields that its code names
/// must not have changed since: the plan refuses it otherwise, with TM2110.
/// </remarks>
/// <typeparam name="TMigration">The migration that must have run. Its stamp must not be later.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnAttribute<TMigration> : Attribute
    where TMigration : Migration;
