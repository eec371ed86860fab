namespace TypedMigrations;

/// <summary>Declares that a migration only adds: an older program may still start on a database that has it.</summary>
/// <remarks>
/// New tables, new optional fields and new indexes that are not unique are additions. The plan checks it before the migration
/// runs, and refuses anything else with TM1205.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdditiveAttribute : Attribute;
