namespace TypedMigrations;

/// <summary>Declares that a migration relies on a migration of another module, which then runs before it.</summary>
/// <typeparam name="TMigration">The migration that must have run. Its stamp must not be later.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnAttribute<TMigration> : Attribute
    where TMigration : Migration;
